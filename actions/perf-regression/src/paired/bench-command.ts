import { type CommandLine, REPORT_WORD, slotPattern } from '@testwarden/core/command/command-call'
import { commandWords } from '@testwarden/core/command/command-words'
import type { CommandReport } from '@testwarden/core/model/request'
import { runnerCalledBy, runners } from './runners/registry.js'
import type { BenchRunner, FurtherWords } from './runners/runner.js'

/** A command line that runs benchmarks, understood. */
export interface BenchCommand extends CommandLine {
  /** Knows how some benchmarks are named; null: everything is run each time. */
  readonly runner: BenchRunner | null
  readonly more: FurtherWords
  /** Where it reports unless the user says otherwise; null: nobody knows. */
  readonly report: CommandReport | null
}

export type ParsedBenchCommand =
  | { readonly ok: true; readonly command: BenchCommand }
  /** Reads on after "expected". */
  | { readonly ok: false; readonly expected: string }

const SLOT = 'filter'
const SLOT_WORD = new RegExp(`^${slotPattern(SLOT)}$`)
const SLOTS = new RegExp(slotPattern(SLOT), 'g')

/**
 * The name of a preset, with further words for its tool; or a whole command line, with `{filter}` or `{filter:<preset>}`
 * where it can be told which benchmarks to run, and `{report}` where the tool does not report at a place of its own.
 */
export function parseBenchCommand(written: string): ParsedBenchCommand {
  const words = commandWords(written)
  if (words === null) return refuse('a command line whose quotes all end')
  const [first, ...more] = words
  const preset = runners.find(({ id }) => id === first) ?? null
  const isPreset = preset !== null && !words.some((word) => SLOT_WORD.test(word) || word.includes(REPORT_WORD))
  return isPreset ? presetCommand(preset, more) : wholeCommand(written, words)
}

function presetCommand(runner: BenchRunner, more: readonly string[]): ParsedBenchCommand {
  if (runner.needs !== null && more.length === 0) return refuse(`${runner.needs} behind \`${runner.id}\``)
  const words = commandWords(runner.line) ?? []
  return { ok: true, command: { line: runner.line, words, env: {}, slot: SLOT, runner, more, report: runner.report } }
}

function wholeCommand(line: string, words: readonly string[]): ParsedBenchCommand {
  const places = words.filter((word) => SLOT_WORD.test(word))
  if (places.length > 1 || (line.match(SLOTS) ?? []).length !== places.length)
    return refuse('at most one `{filter}`, a word of its own')
  const runner = runnerOf(places[0], words)
  if (places.length === 1 && runner === null)
    return refuse(`\`{filter:<preset>}\` with one of ${presetNames()}, as the command names none`)
  const command = { line, words, env: {}, slot: SLOT, more: null, report: reportOf(words, runner) }
  return { ok: true, command: { ...command, runner: places.length === 1 ? runner : null } }
}

function runnerOf(place: string | undefined, words: readonly string[]): BenchRunner | null {
  const named = place === undefined ? undefined : SLOT_WORD.exec(place)?.[1]
  if (named === undefined) return runnerCalledBy(words)
  return runners.find(({ id }) => id === named) ?? null
}

/** A command that names the folder reports there; another where its tool always does. */
function reportOf(words: readonly string[], runner: BenchRunner | null): CommandReport | null {
  if (words.some((word) => word.includes(REPORT_WORD))) return { written: null, outputAs: null }
  if (runner === null) return null
  const { written, outputAs } = runner.report
  return written === null && outputAs === null ? null : runner.report
}

function refuse(expected: string): ParsedBenchCommand {
  return { ok: false, expected }
}

function presetNames(): string {
  return runners.map(({ id }) => id).join(', ')
}
