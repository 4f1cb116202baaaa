import { type CommandLine, REPORT_WORD, slotPattern } from '@testwarden/core/command/command-call'
import { commandWords } from '@testwarden/core/command/command-words'
import type { CommandReport } from '@testwarden/core/model/request'
import { selectorOf } from '../selectors/registry.js'
import type { TestSelector } from '../selectors/selector.js'
import { presetCalledBy, presets, type RerunPreset } from './presets.js'

/** A command line that runs some tests again, understood. */
export interface RerunCommand extends CommandLine {
  readonly selector: TestSelector
  /** Where it reports unless the user says otherwise; null: nobody knows. */
  readonly report: CommandReport | null
}

export type ParsedRerunCommand =
  | { readonly ok: true; readonly command: RerunCommand }
  /** Reads on after "expected". */
  | { readonly ok: false; readonly expected: string }

/** Where the tests go: a word of its own, which names their runner where the command does not call it by name. */
const SLOT = 'tests'
const TESTS_WORD = new RegExp(`^${slotPattern(SLOT)}$`)
const TESTS = new RegExp(slotPattern(SLOT), 'g')

/**
 * The name of a preset, or a command line with `{tests}` or `{tests:<runner>}` and, where the runner does not report at
 * a place of its own, `{report}`.
 */
export function parseRerunCommand(written: string): ParsedRerunCommand {
  const named = presets.find(({ id }) => id === written)
  const words = commandWords(named?.command ?? written)
  if (words === null) return refuse('a command line whose quotes all end')
  const [placeholder, ...more] = words.filter((word) => TESTS_WORD.test(word))
  if (placeholder === undefined || more.length > 0 || (written.match(TESTS) ?? []).length > 1)
    return refuse(`one of ${presetNames()}, or a command line with one word \`{tests}\``)
  const runner = TESTS_WORD.exec(placeholder)?.[1] ?? presetCalledBy(words)?.id ?? null
  const selector = runner === null ? null : selectorOf(runner)
  if (selector === null) return refuse(`\`{tests:<runner>}\` with one of ${presetNames()}, as the command names none`)
  const preset = named ?? presetCalledBy(words)
  return {
    ok: true,
    command: {
      line: named?.command ?? written,
      words,
      selector,
      env: named?.env ?? {},
      slot: SLOT,
      report: reportOf(words, preset),
    },
  }
}

function refuse(expected: string): ParsedRerunCommand {
  return { ok: false, expected }
}

function presetNames(): string {
  return presets.map(({ id }) => id).join(', ')
}

/** A command that names the folder reports there; another where its runner always does. */
function reportOf(words: readonly string[], preset: RerunPreset | null): CommandReport | null {
  if (words.some((word) => word.includes(REPORT_WORD))) return { written: null, outputAs: null }
  if (preset === null) return null
  const { written, outputAs } = preset.report
  return written === null && outputAs === null && preset.command.includes(REPORT_WORD) ? null : preset.report
}
