import { suggest } from '@testwarden/core/config/suggest'
import { ConfigurationError, toProblem } from '@testwarden/core/model/errors'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { EXIT } from '@testwarden/platform/conclusion'
import type { Command, Terminal } from './command.js'
import { commandHelp, helpText } from './help.js'
import { parseCall } from './parse-call.js'
import { problemMessage } from './problem-message.js'

/** In the order of the help. Each is loaded when it is called: who compares benchmarks need not wait for the gates. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./commands/check.js')).check],
  ['inspect', async () => (await import('./commands/inspect.js')).inspect],
  ['compare', async () => (await import('./commands/compare.js')).compare],
  ['explain', async () => (await import('./commands/explain.js')).explain],
  ['accept', async () => (await import('./commands/accept.js')).accept],
  ['backtest', async () => (await import('./commands/backtest.js')).backtest],
  ['changepoints', async () => (await import('./commands/changepoints.js')).changepoints],
  ['config', async () => (await import('./commands/config.js')).config],
  ['history', async () => (await import('./commands/history.js')).history],
])

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
  const command = await findCommand(word)
  if (rest.includes('--help') || rest.includes('-h')) return help(word, terminal)
  return command.run(parseCall(command, rest), terminal)
}

async function help(word: string | undefined, terminal: Terminal): Promise<number> {
  if (word !== undefined) terminal.print(commandHelp(await findCommand(word)))
  else terminal.print(helpText(await Promise.all([...COMMANDS.values()].map((load) => load()))))
  return EXIT.ok
}

async function findCommand(word: string): Promise<Command> {
  const load = COMMANDS.get(word)
  if (load !== undefined) return load()
  const names = [...COMMANDS.keys()]
  const near = suggest(word, names)
  throw new ConfigurationError(`There is no command ${word}.`, {
    remedy: near === null ? `Commands: ${names.join(', ')}.` : `Did you mean ${near}?`,
  })
}

function bugMessage(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `testwarden: this is a fault of Testwarden, not yours. Please report it with what follows.\n${detail}\n`
}
