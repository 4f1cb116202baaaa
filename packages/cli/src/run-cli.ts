import { suggest } from '@testwarden/core/config/suggest'
import { ConfigurationError, type Problem, toProblem } from '@testwarden/core/model/errors'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { EXIT } from '@testwarden/platform/conclusion'
import type { Command, Terminal } from './command.js'
import { accept } from './commands/accept.js'
import { backtest } from './commands/backtest.js'
import { changepoints } from './commands/changepoints.js'
import { check } from './commands/check.js'
import { config } from './commands/config.js'
import { explain } from './commands/explain.js'
import { history } from './commands/history.js'
import { inspect } from './commands/inspect.js'
import { commandHelp, helpText } from './help.js'
import { parseCall } from './parse-call.js'

const COMMANDS: readonly Command[] = [check, inspect, explain, accept, backtest, changepoints, config, history]

/** Runs one call of `testwarden` and answers with its exit code. The one place where errors become messages. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal)
  } catch (error) {
    const problem = toProblem(error)
    terminal.complain(problem === null ? bugMessage(error) : problemMessage(problem))
    return problem === null ? EXIT.bug : EXIT.cannotRead
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [word, ...rest] = args
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') return help(rest[0], terminal)
  if (word === '--version' || word === '-v' || word === 'version') {
    terminal.print(`${TOOL_VERSION}\n`)
    return EXIT.ok
  }
  const command = findCommand(word)
  if (rest.includes('--help') || rest.includes('-h')) return help(word, terminal)
  return command.run(parseCall(command, rest), terminal)
}

function help(word: string | undefined, terminal: Terminal): number {
  terminal.print(word === undefined ? helpText(COMMANDS) : commandHelp(findCommand(word)))
  return EXIT.ok
}

function findCommand(word: string): Command {
  const found = COMMANDS.find(({ name }) => name === word)
  if (found !== undefined) return found
  const names = COMMANDS.map(({ name }) => name)
  const near = suggest(word, names)
  throw new ConfigurationError(`There is no command ${word}.`, {
    remedy: near === null ? `Commands: ${names.join(', ')}.` : `Did you mean ${near}?`,
  })
}

/** `path:line: message`, then the remedy on a line of its own. */
export function problemMessage({ path, line, message, remedy }: Problem): string {
  const place = path === null ? '' : line === null ? `${path}: ` : `${path}:${line}: `
  return `testwarden: ${place}${message}${remedy === null ? '' : `\n  ${remedy}`}\n`
}

function bugMessage(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `testwarden: this is a fault of Testwarden, not yours. Please report it with what follows.\n${detail}\n`
}
