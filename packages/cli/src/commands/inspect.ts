import { encodeInspection } from '@testwarden/core/files/encode-inspection'
import type { Inspection } from '@testwarden/core/files/inspect-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { inspectReports } from '@testwarden/intake/inspect-reports'
import { EXIT } from '@testwarden/platform/conclusion'
import { createWorkspaceFiles } from '@testwarden/platform/files'
import type { Command, CommandCall, Terminal } from '../command.js'
import { inspectionText } from '../inspection-text.js'

const FORMATS = [...benchmarkFormats, ...coverageFormats, ...testRunFormats] as const

/** What the tool sees in any report. Reads only; needs no repository and no configuration. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'Shows what Testwarden sees in reports: format, totals, oddities.',
  usage: 'inspect [--json] [--format <id>] <path, folder or glob>...',
  options: [
    { name: 'json', takes: 'nothing', description: 'Print JSON (testwarden.inspect/1) instead of text.' },
    {
      name: 'format',
      takes: 'value',
      description: `Read as ${FORMATS.map(({ id }) => id).join(', ')}, whatever the content says.`,
    },
  ],
  run: runInspect,
}

async function runInspect(call: CommandCall, terminal: Terminal): Promise<number> {
  if (call.words.length === 0)
    throw new ConfigurationError('There is nothing to inspect.', { remedy: 'Name a report, a folder or a glob.' })
  const files = createWorkspaceFiles({ root: terminal.cwd, reach: 'machine' })
  const passedBy = new Set<string>()
  const request = {
    patterns: call.words,
    format: call.values.get('format') ?? null,
    formats: FORMATS,
    warn: (message: string) => void passedBy.add(message),
  }
  const inspection = await inspectReports(request, files)
  if (call.flags.has('json')) terminal.print(encodeInspection(inspection))
  else terminal.print(inspectionText(inspection))
  for (const message of passedBy) terminal.complain(`testwarden: ${message}\n`)
  for (const error of inspection.errors) terminal.complain(errorLine(error))
  return inspection.errors.length === 0 ? EXIT.ok : EXIT.cannotRead
}

function errorLine({ path, line, message }: Inspection['errors'][number]): string {
  return `testwarden: ${path}${line === null ? '' : `:${line}`}: ${message}\n`
}
