import { ConfigurationError } from '@testwarden/core/model/errors'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { problemOf } from '@testwarden/intake/report-problem'
import { EXIT } from '@testwarden/platform/conclusion'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import type { Command, CommandCall, Terminal } from '../command.js'
import { type Comparison, compareSides } from '../compare/compare-sides.js'
import { comparisonText } from '../compare/comparison-text.js'
import { nameFilter } from '../compare/name-filter.js'
import { nothingInCommon } from '../compare/nothing-in-common.js'
import { readSide } from '../compare/read-side.js'
import { problemMessage } from '../problem-message.js'

const ALPHA = 0.05

/** Benchmarks before and after a change, of any format: a tool to look with, no gate. Reads only. */
export const compare: Command = {
  name: 'compare',
  summary: 'Compares two sets of benchmarks: medians, changes and whether they are more than chance.',
  usage: 'compare [--json] [--filter <text>] [--alpha <number>] [--format <id>] <base> <head>',
  options: [
    { name: 'json', takes: 'nothing', description: 'Print JSON (testwarden.compare/1) instead of text.' },
    {
      name: 'filter',
      takes: 'value',
      description: 'Only benchmarks whose name contains this; * is any text.',
    },
    { name: 'alpha', takes: 'value', description: `A p value up to this is a difference. Assumed: ${ALPHA}.` },
    {
      name: 'format',
      takes: 'value',
      description: `Read as ${benchmarkFormats.map(({ id }) => id).join(', ')}, whatever the content says.`,
    },
  ],
  run: runCompare,
}

async function runCompare(call: CommandCall, terminal: Terminal): Promise<number> {
  const [base, head, ...others] = call.words
  if (base === undefined || head === undefined || others.length > 0) throw wrongWords()
  const wanted = { alpha: alphaOf(call.values.get('alpha')), isWanted: nameFilter(call.values.get('filter')) }
  const files = createWorkspaceFiles({ root: terminal.cwd, reach: 'machine' })
  const passedBy = new Set<string>()
  const request = { format: call.values.get('format') ?? null, warn: (message: string) => void passedBy.add(message) }
  const sides = await Promise.all([readSide(base, request, files), readSide(head, request, files)])
  const facts = sides.every(({ reports }) => reports.length > 0) ? compareSides(...sides, wanted) : null
  if (facts !== null) await show(facts, call, terminal)
  for (const message of passedBy) terminal.complain(`testwarden: ${message}\n`)
  const errors = sides.flatMap((side) => side.errors)
  for (const error of errors) terminal.complain(problemMessage(problemOf(error)))
  const lack = facts === null ? null : nothingInCommon(facts.tables)
  if (lack !== null) throw lack
  return errors.length === 0 ? EXIT.ok : EXIT.cannotRead
}

async function show(facts: Comparison, call: CommandCall, terminal: Terminal): Promise<void> {
  if (call.flags.has('json')) {
    // Its schema is more to load than all that compares.
    const { encodeComparison } = await import('@testwarden/core/files/compare-file')
    terminal.print(encodeComparison(facts))
  } else terminal.print(comparisonText(facts, terminal))
  for (const note of facts.notes) terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
}

function alphaOf(text: string | undefined): number {
  if (text === undefined) return ALPHA
  const alpha = text.trim() === '' ? Number.NaN : Number(text)
  if (alpha > 0 && alpha < 1) return alpha
  throw new ConfigurationError(`--alpha must be a probability, not ${JSON.stringify(text.slice(0, 40))}.`, {
    remedy: 'Write a number between 0 and 1: 0.05',
  })
}

function wrongWords(): ConfigurationError {
  return new ConfigurationError('compare takes two: what was before, and what came after.', {
    remedy: 'Name a file, a folder or a glob for each; quote a glob, or the shell makes many words of it.',
  })
}
