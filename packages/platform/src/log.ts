import type { Log } from '@testwarden/core/ports/log'
import { escapeLogLine } from '@testwarden/core/render/escape'
import { createRedactor } from '@testwarden/core/render/redact'
import { workflowCommand } from './runner/workflow-command.js'

/** Whether {@link Log.debug} is shown. */
export type Verbosity = 'normal' | 'debug'

/** Where lines go: `(text) => process.stdout.write(text)`. */
export type WriteText = (text: string) => unknown

/**
 * The job's log. Warnings and errors are plain lines here; annotations are an effect of their own, because the runner
 * shows only ten of each level.
 */
export function createActionLog(write: WriteText, verbosity: Verbosity = 'normal'): Log {
  return {
    info: (message) => writeLines(write, message),
    warning: (message) => writeLines(write, `Warning: ${message}`),
    error: (message) => writeLines(write, `Error: ${message}`),
    group: (title, text) => {
      write(workflowCommand('group', {}, neutralizeCommands(REDACT(title))))
      writeLines(write, text)
      write(workflowCommand('endgroup', {}, ''))
    },
    debug: (message) => {
      if (verbosity === 'debug') writeLines(write, `Debug: ${message}`)
    },
  }
}

/** A developer's terminal. Standard output belongs to the data, so every message goes to standard error. */
export function createTerminalLog(stderr: { write: WriteText }, verbosity: Verbosity = 'normal'): Log {
  // The command line may itself run inside a job, where the runner reads both streams for commands.
  const write: WriteText = (text) => stderr.write(text)
  return {
    info: (message) => writeLines(write, message),
    warning: (message) => writeLines(write, `warning: ${message}`),
    error: (message) => writeLines(write, `error: ${message}`),
    group: (title, text) => writeLines(write, `${title}\n${text.replace(/^/gm, '  ')}`),
    debug: (message) => {
      if (verbosity === 'debug') writeLines(write, `debug: ${message}`)
    },
  }
}

/** The runner masks only what it was told of. */
const REDACT = createRedactor([])

function writeLines(write: WriteText, message: string): void {
  write(`${neutralizeCommands(REDACT(message))}\n`)
}

/**
 * Text that the runner reads as nothing but text, line by line. It compares by culture, where a character without width
 * counts as nothing: `:` ZWJ `:` may start a command too, so such characters never stand between its signs.
 */
export function neutralizeCommands(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) =>
      escapeLogLine(
        line.replace(/^\p{Default_Ignorable_Code_Point}+|(?<=[\s:#])\p{Default_Ignorable_Code_Point}+/gu, ''),
      ),
    )
    .join('\n')
}
