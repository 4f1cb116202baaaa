import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { effectiveConfig } from '@testwarden/core/action/effective-config'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { canonicalJson, type VariantKey } from '@testwarden/core/model/record-key'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { EXIT } from '@testwarden/platform/conclusion'
import { openArchive } from '@testwarden/platform/history/open-archive'
import type { CommandCall, Terminal } from '../command.js'
import { defaultBranchLine } from '../default-branch.js'
import { changeHistory, didOrWould } from '../history/change-history.js'
import { type LocalStep, openLocalStep } from '../open-local-step.js'
import { type Standing, standAtRoot } from '../stand-at-root.js'
import { findPastRuns } from './find-past-runs.js'
import { placeReports } from './place-reports.js'
import { type Fate, planRuns } from './plan-runs.js'
import { type ReadRun, type ReadRuns, readRuns } from './read-runs.js'
import type { RunSource } from './run-source.js'

/** Turns reports of past test runs into records that the live job continues. @returns 2 when something was left out */
export async function importRuns(call: CommandCall, terminal: Terminal): Promise<number> {
  if (call.words.length > 0)
    throw new ConfigurationError('history import reads either reports or a file of records.', {
      remedy: `Leave out ${call.words[0] ?? ''}, or --reports and --from-artifacts.`,
    })
  const standing = standAtRoot(call, terminal)
  const step = await openLocalStep(standing, 'tree')
  try {
    const named = variantOf(call)
    const source = await sourceOf(standing, step)
    const variant = { ...named, workflow: source.workflow }
    const line = await defaultBranchLine(step.ports.git, source.branch ?? undefined)
    const config = importConfig(step.sources)
    const task = { step, config, format: call.values.get('format') ?? null, line: line.firstParents }
    const read = await readRuns(source.runs, task)
    if (read.runs.length + read.leftOut.length === 0) throw nothingFound()
    const branch = source.branch ?? branchName(line.branch)
    const target = { variant, branch, config, firstParents: line.firstParents }
    const history = { archive: openArchiveOf(standing, step.sources), call, terminal, files: step.ports.files }
    const { fates } = await changeHistory(history, (content) => planRuns(content, read.runs, target))
    for (const note of [...source.notes, ...line.notes, ...read.notes])
      terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    return tell(read, fates, { terminal, added: didOrWould(history, 'added') })
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

function openArchiveOf(standing: Standing, sources: Parameters<typeof openArchive>[0]): ReturnType<typeof openArchive> {
  const { cwd: workspace } = standing.terminal
  const env = { ...standing.terminal.environment }
  return openArchive(sources, { workspace, env, token: env.GITHUB_TOKEN || env.GH_TOKEN || null })
}

/** As the live job's own variables say it, or nothing that it writes goes on from here. @throws ConfigurationError */
function variantOf({ values }: CommandCall): VariantKey {
  const missing = ['workflow', 'job', 'step'].filter((name) => (values.get(name) ?? '') === '')
  if (missing.length > 0)
    throw new ConfigurationError(`history import needs ${missing.map((name) => `--${name}`).join(', ')}.`, {
      remedy:
        'Name the workflow (its `name:`, or its file with --from-artifacts), the id of the job and the id of the step that runs flaky-detector; `testwarden history show --action flaky-detector` lists those that are there.',
    })
  return {
    action: flakyDetector.id,
    workflow: values.get('workflow') ?? '',
    job: values.get('job') ?? '',
    matrix: matrixOf(values.get('matrix') ?? '{}'),
    step: values.get('step') ?? '',
  }
}

function matrixOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return canonicalJson(value)
  } catch {
    // Told below, with everything else that is no object.
  }
  throw new ConfigurationError(`--matrix ${JSON.stringify(text.slice(0, 80))} is no JSON object.`, {
    remedy: `Write one cell, such as --matrix '{"os":"linux"}'.`,
  })
}

const FATES: Readonly<Record<Fate, string>> = {
  new: '',
  known: ': is there already',
  other: ': is left out, because the history holds other results of this run',
  empty: ': is left out, because it has no test',
}

interface Telling {
  readonly terminal: Terminal
  /** `Added`, or `Would have added`. */
  readonly added: string
}

function tell({ runs, leftOut }: ReadRuns, fates: readonly Fate[], { terminal, added }: Telling): number {
  for (const [at, run] of runs.entries())
    terminal.print(`${escapeTerminal(runLine(run))}${FATES[fates[at] ?? 'empty']}\n`)
  for (const text of leftOut) terminal.complain(`testwarden: ${escapeTerminal(text)}\n`)
  const countOf = (fate: Fate): number => fates.filter((each) => each === fate).length
  const others = leftOut.length + countOf('other')
  const rest = `${countWord(countOf('known'), 'run')} already there; ${countWord(others, 'thing')} left out`
  terminal.complain(`${added} ${countWord(countOf('new'), 'record')}; ${rest}\n`)
  return others === 0 ? EXIT.ok : EXIT.cannotRead
}

/** `origin/main` is `main`; what a clone calls the tip of its remote is no name of a branch. */
function branchName(revision: string | null): string | null {
  const name = revision?.replace(/^origin\//, '') ?? null
  return name === 'HEAD' ? null : name
}

/** `1f3c9ab04d, 2026-01-31T23:59:00.000Z, run 4711.1: 1,204 tests in 3 reports, 2 failed (default branch)` */
function runLine({ sha, time, run, attempt, tests, isOnLine, isWhole }: ReadRun): string {
  const counts = `${countWord(tests.tests.length, 'test')} in ${countWord(tests.reports.length, 'report')}`
  const failed = tests.tests.filter(({ outcome }) => /[FE]/.test(outcome) && !outcome.includes('P')).length
  const cut = isWhole ? '' : ', not all of it is there'
  const trust = isOnLine ? 'default branch' : 'another branch'
  return `${sha.slice(0, 10)}, ${time}, run ${run}.${attempt}: ${counts}, ${failed} failed${cut} (${trust})`
}
