import { parseArgs } from 'node:util'
import { suggest } from '@testwarden/core/config/suggest'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { Command, CommandCall } from './command.js'

/** The words and options of one call. @throws ConfigurationError for an unknown option or a missing value */
export function parseCall(command: Command, args: readonly string[]): CommandCall {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      command.options.map(({ name, takes }) => [name, { type: takes === 'value' ? 'string' : 'boolean' } as const]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const call = { words: [] as string[], values: new Map<string, string>(), flags: new Set<string>() }
  for (const token of tokens) {
    if (token.kind === 'positional') call.words.push(token.value)
    if (token.kind === 'option') takeOption(command, token, call)
  }
  return call
}

function takeOption(
  command: Command,
  token: { readonly name: string; readonly rawName: string; readonly value?: string | undefined },
  call: { readonly values: Map<string, string>; readonly flags: Set<string> },
): void {
  const option = command.options.find(({ name }) => name === token.name)
  if (option === undefined) throw unknownOption(command, token.rawName)
  if (option.takes === 'nothing') {
    if (token.value !== undefined) throw wrongOption(token.rawName, 'takes no value', 'Leave the value out.')
    call.flags.add(option.name)
    return
  }
  if (token.value === undefined) throw wrongOption(token.rawName, 'needs a value', `Write --${option.name} <value>.`)
  const earlier = call.values.get(option.name)
  // Options that list things may be repeated: one entry per line, as in an action's input.
  call.values.set(option.name, earlier === undefined ? token.value : `${earlier}\n${token.value}`)
}

function unknownOption(command: Command, rawName: string): ConfigurationError {
  const near = suggest(
    rawName.replace(/^-+/, ''),
    command.options.map(({ name }) => name),
  )
  return new ConfigurationError(`The option ${rawName} is not known to ${command.name}.`, {
    remedy: near === null ? `See: testwarden help ${command.name}` : `Did you mean --${near}?`,
  })
}

function wrongOption(rawName: string, what: string, remedy: string): ConfigurationError {
  return new ConfigurationError(`The option ${rawName} ${what}.`, { remedy })
}
