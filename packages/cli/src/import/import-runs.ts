import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { effectiveConfig } from '@testwarden/core/action/effective-config'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import type { CommandCall, Terminal } from '../command.js'
import { defaultBranchLine } from '../default-branch.js'
import { changeHistory, didOrWould } from '../history/change-history.js'
import { type LocalStep, openLocalStep } from '../open-local-step.js'
import { type Standing, standAtRoot } from '../stand-at-root.js'
import { findPastRuns } from './find-past-runs.js'
import { branchName, openPastArchive } from './past-archive.js'
import { pastVariant } from './past-variant.js'
import { placeReports } from './place-reports.js'
import { planRuns } from './plan-runs.js'
import { type ReadRun, readRuns } from './read-runs.js'
import type { RunSource } from './run-source.js'
import { tellRuns } from './tell-runs.js'

/** Turns reports of past test runs into records that the live job continues. @returns 2 when something was left out */
export async function importRuns(call: CommandCall, terminal: Terminal): Promise<number> {
  if (call.words.length > 0)
    throw new ConfigurationError('history import reads either reports or a file of records.', {
      remedy: `Leave out ${call.words[0] ?? ''}, or --reports and --from-artifacts.`,
    })
  const standing = standAtRoot(call, terminal)
  const step = await openLocalStep(standing, 'tree')
  try {
    const named = pastVariant(call, flakyDetector.id)
    const source = await sourceOf(standing, step)
    const variant = { ...named, workflow: source.workflow }
    const line = await defaultBranchLine(step.ports.git, source.branch ?? undefined)
    const config = importConfig(step.sources)
    const task = { step, config, format: call.values.get('format') ?? null, line: line.firstParents }
    const read = await readRuns(source.runs, task)
    if (read.runs.length + read.leftOut.length === 0) throw nothingFound()
    const branch = source.branch ?? branchName(line.branch)
    const target = { variant, branch, config, firstParents: line.firstParents }
    const history = { archive: openPastArchive(standing, step.sources), call, terminal, files: step.ports.files }
    const { fates } = await changeHistory(history, (content) => planRuns(content, read.runs, target))
    for (const note of [...source.notes, ...line.notes, ...read.notes])
      terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    const lines = read.runs.map(runLine)
    return tellRuns({ lines, fates, leftOut: read.leftOut, added: didOrWould(history, 'added') }, terminal)
  } finally {
    await step.git.dispose()
  }
}

async function sourceOf(standing: Standing, { ports }: LocalStep): Promise<RunSource> {
  const { values } = standing.call
  if (values.has('from-artifacts')) return findPastRuns(standing)
  const runs = await placeReports(standing.call, ports.files)
  return { workflow: values.get('workflow') ?? '', branch: values.get('branch') ?? null, runs, notes: [] }
}

function nothingFound(): ConfigurationError {
  return new ConfigurationError('No test report was found to import.', {
    remedy: 'Name files, folders or globs that hold some with --reports.',
  })
}

function importConfig(sources: Parameters<typeof effectiveConfig>[1]) {
  const resolved = effectiveConfig(flakyDetector, { inputs: new Map(), file: sources.file })
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.config.gate
}

/** `1f3c9ab04d, 2026-01-31T23:59:00.000Z, run 4711.1: 1,204 tests in 3 reports, 2 failed (default branch)` */
function runLine({ sha, time, run, attempt, tests, isOnLine, isWhole }: ReadRun): string {
  const counts = `${countWord(tests.tests.length, 'test')} in ${countWord(tests.reports.length, 'report')}`
  const failed = tests.tests.filter(({ outcome }) => /[FE]/.test(outcome) && !outcome.includes('P')).length
  const cut = isWhole ? '' : ', not all of it is there'
  const trust = isOnLine ? 'default branch' : 'another branch'
  return `${sha.slice(0, 10)}, ${time}, run ${run}.${attempt}: ${counts}, ${failed} failed${cut} (${trust})`
}
