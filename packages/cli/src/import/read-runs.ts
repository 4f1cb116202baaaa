import {
  createImportReader,
  type ImportConfig,
  nameOfRun,
} from '@testwarden/action-flaky-detector/importing/import-runs'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Files } from '@testwarden/core/ports/files'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import type { GoodReport } from '@testwarden/intake/read-report'
import { readReports } from '@testwarden/intake/read-reports'
import { type Repository, readRepository } from '@testwarden/intake/repository'
import { createPathResolver } from '@testwarden/intake/resolve-paths'
import type { LocalStep } from '../open-local-step.js'
import { type LocatedRun, locateRun } from './locate-run.js'
import type { PlacedRun } from './place-reports.js'

/** A past run with its tests. */
export interface ReadRun extends Omit<LocatedRun, 'ok'> {
  readonly run: string
  readonly attempt: number
  readonly tests: ReturnType<ReturnType<typeof createImportReader>['result']>
  readonly isWhole: boolean
}

export interface ReadRuns {
  /** In the order of time. */
  readonly runs: readonly ReadRun[]
  /** Files and runs that were left out, each with its reason, for people. */
  readonly leftOut: readonly string[]
  /** Worth knowing. */
  readonly notes: readonly string[]
}

export interface ReadRunsTask {
  readonly step: LocalStep
  readonly config: ImportConfig
  readonly format: string | null
  readonly line: readonly string[]
}

/** Reads the reports of each run and finds its commit. */
export async function readRuns(placed: readonly PlacedRun[], task: ReadRunsTask): Promise<ReadRuns> {
  const { step, config, line } = task
  const notes = new Set<string>()
  const repository = await readRepository(step.ports, (message) => void notes.add(message))
  const build = await readBuildFolders(repository, step.ports.files)
  const resolver = createPathResolver({ ...repository, roots: config.own.roots.value, build })
  const search = (path: string): string | null =>
    repository.trackedFiles === null ? null : (resolver.resolve(path, [])?.path ?? null)
  const reading = { ...task, search, repository, line: new Set(line) }
  const runs: ReadRun[] = []
  const leftOut: string[] = []
  for (const run of placed) {
    const read = await readRun(run, reading)
    leftOut.push(...read.leftOut)
    if (read.run !== null) runs.push(read.run)
  }
  runs.sort((left, right) => Date.parse(left.time) - Date.parse(right.time))
  return { runs, leftOut, notes: [...notes] }
}

interface Reading extends Omit<ReadRunsTask, 'line'> {
  readonly search: (path: string) => string | null
  readonly repository: Repository
  readonly line: ReadonlySet<string>
}

interface ReadOne {
  readonly run: ReadRun | null
  readonly leftOut: readonly string[]
}

async function readRun(placed: PlacedRun, reading: Reading): Promise<ReadOne> {
  const { step, config, line } = reading
  const reader = createImportReader(config, reading.search)
  const { good, leftOut } = await readFiles(placed, reading)
  for (const report of good) reader.add(report)
  const tests = reader.result()
  if (tests.tests.length === 0) return { run: null, leftOut }
  const startedAt = earliest(good.flatMap(({ model }) => model.startedAt ?? []))
  const located = await locateRun({ place: placed.place, startedAt, now: step.ports.clock.now(), line }, step.ports.git)
  if (!located.ok)
    return {
      run: null,
      leftOut: [...leftOut, ...placed.files.map(({ path }) => `${path} is left out: ${located.reason}`)],
    }
  const { ok: _ok, ...commit } = located
  const { run, attempt } = placed.place
  const isWhole = leftOut.length === 0 && good.every(({ partial }) => !partial)
  const name = run ?? nameOfRun(commit.sha, tests)
  return { run: { ...commit, run: name, attempt: attempt ?? 1, tests, isWhole }, leftOut }
}

/** What is no test report is passed over, as everywhere; what is a broken one is told. */
async function readFiles(
  { files }: PlacedRun,
  { step, format }: Reading,
): Promise<{ readonly good: readonly GoodReport<TestRunReport>[]; readonly leftOut: readonly string[] }> {
  const good: GoodReport<TestRunReport>[] = []
  const leftOut: string[] = []
  const request = { patterns: [RUN], format, formats: testRunFormats, foreign: coverageFormats }
  for await (const report of readReports(request, onlyFiles(files, step.ports.files))) {
    // Told of files among which none is a report.
    if (report.path === RUN) continue
    if (!report.ok) leftOut.push(`${report.path} is left out: ${report.error.message}`)
    else if (report.duplicateOf === null) good.push(report)
  }
  return { good, leftOut }
}

/** Stands for the files of a run; what they are called may look like a glob. */
const RUN = '.'

function onlyFiles(found: PlacedRun['files'], files: Files): Files {
  return { ...files, find: async () => found.map((file) => ({ ...file, how: 'met' as const })) }
}

function earliest(times: readonly string[]): string | null {
  const [first] = [...times].sort((left, right) => Date.parse(left) - Date.parse(right))
  return first ?? null
}
