import { REPORT_FOLDER } from '../model/request.js'

/** A command line that somebody wrote, with one place at most for words that are known later. */
export interface CommandLine {
  /** As it was written, for a shell. */
  readonly line: string
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What stands where those words go, all of one word: `tests` for `{tests}` and `{tests:pytest}`. */
  readonly slot: string
}

export interface CommandCall {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Stands for the path of a fresh folder, anywhere in a word. */
export const REPORT_WORD = '{report}'

/** `{tests}`, or `{tests:<id>}` where the line does not say by itself whose words go there. */
export function slotPattern(slot: string): string {
  return `\\{${slot}(?::([a-z-]+))?\\}`
}

/** The command with these words in the slot, without a shell. */
export function callWithoutShell({ words, env, slot }: CommandLine, filled: readonly string[]): CommandCall {
  const isSlot = new RegExp(`^${slotPattern(slot)}$`)
  const [command = '', ...args] = words.flatMap((word) => (isSlot.test(word) ? filled : [placed(word)]))
  return { command, args, env: placedEnv(env) }
}

/**
 * The command with these words in the slot, through bash. They are its parameters and the folder is a variable: names
 * come from whoever wrote them, and are never part of what the shell reads as code.
 */
export function callThroughBash({ line, env, slot }: CommandLine, filled: readonly string[]): CommandCall {
  const script = line
    .replace(new RegExp(slotPattern(slot), 'g'), () => '"$@"')
    .replaceAll(REPORT_WORD, () => '"$TESTWARDEN_REPORT"')
  return {
    command: 'bash',
    args: ['-euo', 'pipefail', '-c', script, 'bash', ...filled],
    env: { ...placedEnv(env), TESTWARDEN_REPORT: REPORT_FOLDER },
  }
}

function placedEnv(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, placed(value)]))
}

function placed(text: string): string {
  return text.replaceAll(REPORT_WORD, REPORT_FOLDER)
}
