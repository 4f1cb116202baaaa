import { type ListedSetting, listSettings } from '@testwarden/core/action/list-settings'
import { policyNotes } from '@testwarden/core/action/policy-notes'
import { encodeSettings } from '@testwarden/core/files/encode-settings'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { plainText } from '@testwarden/core/render/inline'
import { EXIT } from '@testwarden/platform/conclusion'
import { GATES } from '@testwarden/suite/gates'
import { chooseGates, gateOptions } from '../choose-gates.js'
import type { Command, CommandCall, Terminal } from '../command.js'
import { openLocalStep } from '../open-local-step.js'
import { standAtRoot } from '../stand-at-root.js'

/** Which value every setting has, and who said so. */
export const config: Command = {
  name: 'config',
  summary: 'Prints every setting with its value and where it comes from.',
  usage: `config --print [${GATES.map(({ gate }) => gate).join(' | ')}]... [--base <branch or commit>] [--json] [options]`,
  options: [
    { name: 'print', takes: 'nothing', description: 'Print the effective settings.' },
    { name: 'json', takes: 'nothing', description: 'As JSON (testwarden.settings/1).' },
    {
      name: 'base',
      takes: 'value',
      description: 'As a pull request into this branch would see them: its policy, your structure, options as inputs.',
    },
    { name: 'config', takes: 'value', description: 'Config file; .github/testwarden.yml when left out.' },
    ...gateOptions(),
  ],
  run: runConfig,
}

async function runConfig(call: CommandCall, terminal: Terminal): Promise<number> {
  if (!call.flags.has('print'))
    throw new ConfigurationError('There is nothing to do.', { remedy: 'Write: testwarden config --print' })
  const definitions = chooseGates(call.words)
  const step = await openLocalStep(standAtRoot(call, terminal), call.values.has('base') ? 'base' : 'tree')
  try {
    const { sources } = step
    const listed = listSettings(definitions, sources)
    if (!listed.ok) throw listed.errors[0]
    const base = sources.policy?.kind === 'base' ? sources.policy.sha : null
    if (call.flags.has('json')) terminal.print(encodeSettings({ base, settings: listed.settings }))
    else terminal.print(settingsText(listed.settings))
    for (const note of policyNotes(definitions, sources)) terminal.complain(`${escapeTerminal(plainText(note))}\n`)
    return EXIT.ok
  } finally {
    await step.git.dispose()
  }
}

function settingsText(settings: readonly ListedSetting[]): string {
  const rows = settings.map(({ key, text, origin }) => [key, oneLine(text), originText(origin)] as const)
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map(
    ([key, text, origin]) => `${key.padEnd(widths[0] ?? 0)}  ${text.padEnd(widths[1] ?? 0)}  ${origin}`,
  )
  return `${lines.join('\n')}\n`
}

const TEXT_CHARACTERS_MAX = 60

function oneLine(text: string): string {
  const plain = escapeTerminal(text)
  return plain.length > TEXT_CHARACTERS_MAX ? `${plain.slice(0, TEXT_CHARACTERS_MAX - 1)}…` : plain
}

function originText(origin: ListedSetting['origin']): string {
  switch (origin.kind) {
    case 'assumed':
      return 'assumed'
    case 'input':
      return `--${origin.name}`
    case 'file': {
      const place = origin.line === null ? origin.path : `${origin.path}:${origin.line}`
      return escapeTerminal(origin.at === null ? place : `${place} at ${origin.at.slice(0, 7)}`)
    }
  }
}
