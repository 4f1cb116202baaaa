import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { EXIT } from '@testwarden/platform/conclusion'
import type { Terminal } from '../command.js'

/** What becomes of a run: `other`, the history holds other results of it; `empty`, there is nothing in it. */
export type Fate = 'new' | 'known' | 'other' | 'empty'

const FATES: Readonly<Record<Fate, string>> = {
  new: '',
  known: ': is there already',
  other: ': is left out, because the history holds other results of this run',
  empty: ': is left out, because there is nothing in it',
}

export interface TellingOfRuns {
  /** A line for each run, for people. */
  readonly lines: readonly string[]
  /** By the same indexes. */
  readonly fates: readonly Fate[]
  /** Each with its reason. */
  readonly leftOut: readonly string[]
  /** `Added`, or `Would have added`. */
  readonly added: string
}

/** Says what an import did. @returns 2 when something was left out */
export function tellRuns({ lines, fates, leftOut, added }: TellingOfRuns, terminal: Terminal): number {
  for (const [at, line] of lines.entries()) terminal.print(`${escapeTerminal(line)}${FATES[fates[at] ?? 'empty']}\n`)
  for (const text of leftOut) terminal.complain(`testwarden: ${escapeTerminal(text)}\n`)
  const countOf = (fate: Fate): number => fates.filter((each) => each === fate).length
  const others = leftOut.length + countOf('other')
  const rest = `${countWord(countOf('known'), 'run')} already there; ${countWord(others, 'thing')} left out`
  terminal.complain(`${added} ${countWord(countOf('new'), 'record')}; ${rest}\n`)
  return others === 0 ? EXIT.ok : EXIT.cannotRead
}
