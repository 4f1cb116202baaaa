import { TOOL_VERSION } from '@testwarden/core/model/version'
import type { Command } from './command.js'

/** The front page: every command in one line. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    `testwarden ${TOOL_VERSION}: keeps a test suite trustworthy`,
    '',
    'Usage: testwarden <command> [options]',
    '',
    ...lines,
    '',
    'testwarden help <command> shows the options of one.',
    'Exit codes: 0 fine or advising, 1 a gate failed, 2 configuration or input cannot be used, 70 our fault.',
    '',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  const names = command.options.map(({ name, takes }) => (takes === 'value' ? `--${name} <value>` : `--${name}`))
  const width = Math.max(0, ...names.map((name) => name.length))
  const lines = command.options.map(({ description }, index) => `  ${names[index]?.padEnd(width)}  ${description}`)
  return [`Usage: testwarden ${command.usage}`, '', command.summary, '', 'Options:', ...lines, ''].join('\n')
}
