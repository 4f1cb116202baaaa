import { type CommandReport, REPORT_FOLDER } from '@testwarden/core/model/request'
import { selectorOf } from '../selectors/registry.js'
import type { TestSelector } from '../selectors/selector.js'
import { commandWords } from './command-words.js'
import { presetCalledBy, presets, type RerunPreset } from './presets.js'

/** A command line that runs some tests again, understood. */
export interface RerunCommand {
  /** As it was written, for a shell. */
  readonly line: string
  readonly words: readonly string[]
  readonly selector: TestSelector
  readonly env: Readonly<Record<string, string>>
  /** Where it reports unless the user says otherwise; null: nobody knows. */
  readonly report: CommandReport | null
}

export type ParsedRerunCommand =
  | { readonly ok: true; readonly command: RerunCommand }
  /** Reads on after "expected". */
  | { readonly ok: false; readonly expected: string }

/** Where the tests go: a word of its own, which names their runner where the command does not call it by name. */
const TESTS_WORD = /^\{tests(?::([a-z-]+))?\}$/
const TESTS = /\{tests(?::[a-z-]+)?\}/g
/** Stands for the path of a fresh folder, anywhere in a word. */
const REPORT = '{report}'

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
  if (words.some((word) => word.includes(REPORT))) return { written: null, outputAs: null }
  if (preset === null) return null
  const { written, outputAs } = preset.report
  return written === null && outputAs === null && preset.command.includes(REPORT) ? null : preset.report
}

export interface CommandCall {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The command for these tests, without a shell. */
export function callWithoutShell({ words, env }: RerunCommand, tests: readonly string[]): CommandCall {
  const [command = '', ...args] = words.flatMap((word) => (TESTS_WORD.test(word) ? tests : [placed(word)]))
  return { command, args, env: placedEnv(env) }
}

/**
 * The command for these tests, through bash. Tests are its parameters and the folder is a variable: names of tests come
 * from whoever wrote them, and are never part of what the shell reads as code.
 */
export function callThroughBash({ line, env }: RerunCommand, tests: readonly string[]): CommandCall {
  const script = line.replace(TESTS, () => '"$@"').replaceAll(REPORT, () => '"$TESTWARDEN_REPORT"')
  return {
    command: 'bash',
    args: ['-euo', 'pipefail', '-c', script, 'bash', ...tests],
    env: { ...placedEnv(env), TESTWARDEN_REPORT: REPORT_FOLDER },
  }
}

function placedEnv(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, placed(value)]))
}

function placed(text: string): string {
  return text.replaceAll(REPORT, REPORT_FOLDER)
}
