import type { AcceptableRule } from '@testwarden/core/action/define-action'
import { suggest } from '@testwarden/core/config/suggest'
import { ACCEPT_LABEL, ACCEPTS_PATH } from '@testwarden/core/limits/accept'
import type { Accept } from '@testwarden/core/model/accept'
import { parseDecimal } from '@testwarden/core/model/decimal'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { appendAccept } from '@testwarden/platform/append-accept'
import { systemClock } from '@testwarden/platform/clock'
import { EXIT } from '@testwarden/platform/conclusion'
import { createExec } from '@testwarden/platform/exec'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import { GATES } from '@testwarden/suite/gates'
import { chooseGates } from '../choose-gates.js'
import type { Command, CommandCall, Terminal } from '../command.js'
import { standAtRoot } from '../stand-at-root.js'

/** Writes the one exception that a reviewer can see: a lower limit, with reason, author and end. */
export const accept: Command = {
  name: 'accept',
  summary: 'Lets one rule fall to a lower limit until a day, for a reason.',
  usage: `accept <${GATES.map(({ gate }) => gate).join(' | ')}> <rule> [subject] --limit <n> --reason <text> --expires <day>`,
  options: [
    { name: 'limit', takes: 'value', description: 'The limit that counts instead, in the unit of the rule: 80.' },
    { name: 'reason', takes: 'value', description: 'Why, for those who review it.' },
    { name: 'expires', takes: 'value', description: 'The last day on which it counts, such as 2026-12-31 (UTC).' },
    { name: 'author', takes: 'value', description: 'Who answers for it; the name that git knows when left out.' },
  ],
  run: runAccept,
}

async function runAccept(call: CommandCall, terminal: Terminal): Promise<number> {
  const entry: Accept = {
    ...chooseRule(call.words),
    limit: limitOf(call),
    reason: required(call, 'reason'),
    expires: expiryOf(call),
    author: call.values.get('author') ?? (await gitName(terminal)),
  }
  const files = createWorkspaceFiles({ root: standAtRoot(call, terminal).terminal.cwd, reach: 'workspace' })
  const { outcome, line } = await appendAccept(files, entry)
  const place = line === null ? ACCEPTS_PATH : `${ACCEPTS_PATH}:${line}`
  terminal.print(
    outcome === 'already-there'
      ? `${place} has this entry already.\n`
      : `${place}: the limit of ${entry.rule} is ${entry.limit} until ${entry.expires}.\nCommit the file, and ask a maintainer for the label ${ACCEPT_LABEL}.\n`,
  )
  return EXIT.ok
}

function chooseRule(words: readonly string[]): Pick<Accept, 'rule' | 'subject'> {
  const [gate, rule, subject = null, ...others] = words
  if (gate === undefined || rule === undefined || others.length > 0)
    throw new ConfigurationError(
      'An accept names a gate, a rule and, where the rule judges several things, one of them.',
      {
        remedy: `Write: testwarden ${accept.usage}`,
      },
    )
  const rules = chooseGates([gate]).flatMap(({ acceptable }) => acceptable ?? [])
  const found = rules.find(({ ruleId }) => ruleId === rule)
  if (found === undefined) throw unknownRule(rule, rules)
  if (found.subject === null && found.part === undefined && subject !== null)
    throw new ConfigurationError(
      `The rule ${rule} judges one thing, so there is no ${JSON.stringify(subject)} to name.`,
      {
        remedy: 'Leave it out.',
      },
    )
  if (found.subject !== null && subject === null)
    throw new ConfigurationError(`The rule ${rule} judges several things.`, { remedy: `Name ${found.subject}.` })
  return { rule, subject }
}

function unknownRule(rule: string, rules: readonly AcceptableRule[]): ConfigurationError {
  const names = rules.map(({ ruleId }) => ruleId)
  const near = suggest(rule, names)
  return new ConfigurationError(`There is no rule ${rule} whose limit could be accepted.`, {
    remedy: near === null ? `Rules: ${names.join(', ')}.` : `Did you mean ${near}?`,
  })
}

function limitOf(call: CommandCall): string {
  const limit = required(call, 'limit').replace(/%$/, '').trim()
  const decimal = parseDecimal(limit)
  if (decimal !== null && decimal.units >= 0n) return limit
  throw new ConfigurationError(`The limit ${JSON.stringify(limit)} is no number from 0.`, {
    remedy: 'Write, for example, 84.5.',
  })
}

function expiryOf(call: CommandCall): string {
  const expires = required(call, 'expires').trim()
  const today = systemClock.now().toISOString().slice(0, 10)
  if (!isDay(expires))
    throw new ConfigurationError(`${JSON.stringify(expires)} is no day.`, { remedy: `Write it as ${today}.` })
  if (expires >= today) return expires
  throw new ConfigurationError(`${expires} is in the past.`, {
    remedy: 'Name the last day on which the entry is to count.',
  })
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}

function required(call: CommandCall, name: string): string {
  const value = call.values.get(name)?.trim() ?? ''
  if (value !== '') return value
  throw new ConfigurationError(`An accept needs --${name}.`, { remedy: `Write: testwarden ${accept.usage}` })
}

async function gitName({ cwd, environment }: Terminal): Promise<string> {
  const exec = createExec({ cwd, env: { ...environment } })
  const command = { command: 'git', args: ['config', 'user.name'], timeoutMs: 10_000, maxOutputBytes: 1000 }
  const name = await exec
    .run(command)
    .then(({ stdout }) => stdout.trim())
    .catch(() => '')
  if (name !== '') return name
  throw new ConfigurationError('Nobody knows who accepts this.', { remedy: 'Write --author <name>.' })
}
