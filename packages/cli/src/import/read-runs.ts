import {
  createImportReader,
  type ImportConfig,
  nameOfRun,
} from '@testwarden/action-flaky-detector/importing/import-runs'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Files } from '@testwarden/core/ports/files'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import type { GoodReport } from '@testwarden/intake/read-report'
import { readReports } from '@testwarden/intake/read-reports'
import { type Repository, readRepository } from '@testwarden/intake/repository'
import { createPathResolver } from '@testwarden/intake/resolve-paths'
import type { LocalStep } from '../open-local-step.js'
import { locateRun } from './locate-run.js'
import type { NamedRun } from './past-run.js'
import type { PlacedRun } from './placed-run.js'

/** A past run with its tests. */
export interface ReadRun extends NamedRun {
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
export async function readRuns(
  placed: Iterable<PlacedRun> | AsyncIterable<PlacedRun>,
  task: ReadRunsTask,
): Promise<ReadRuns> {
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
  for await (const run of placed) {
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
  const { good, broken } = await readFiles(placed, reading)
  const leftOut = [...placed.leftOut, ...broken]
  for (const report of good) reader.add(report)
  const tests = reader.result()
  if (tests.tests.length === 0) return { run: null, leftOut: whyNothing(placed, leftOut) }
  const startedAt = earliest(good.flatMap(({ model }) => model.startedAt ?? []))
  const located = await locateRun({ place: placed.place, startedAt, now: step.ports.clock.now(), line }, step.ports.git)
  if (!located.ok)
    return {
      run: null,
      leftOut: [...leftOut, ...whatIsLeft(placed).map((what) => `${what} is left out: ${located.reason}`)],
    }
  const { ok: _ok, ...commit } = located
  const { run, attempt } = placed.place
  const isWhole = placed.isWhole && leftOut.length === 0 && good.every(({ partial }) => !partial)
  const name = run ?? nameOfRun(commit.sha, tests)
  return { run: { ...commit, run: name, attempt: attempt ?? 1, tests, isWhole }, leftOut }
}

/** Files that only lie somewhere may be anything; of a listed run its reports are missed. */
function whyNothing({ title }: PlacedRun, leftOut: readonly string[]): readonly string[] {
  if (title === null || leftOut.length > 0) return leftOut
  return [`${title} is left out: no file of its artifacts is a report of tests`]
}

function whatIsLeft({ title, files }: PlacedRun): readonly string[] {
  return title === null ? files.map(({ path }) => path) : [title]
}

/** What is no test report is passed over, as everywhere; what is a broken one is told. */
async function readFiles(
  placed: PlacedRun,
  { step, format }: Reading,
): Promise<{ readonly good: readonly GoodReport<TestRunReport>[]; readonly broken: readonly string[] }> {
  const good: GoodReport<TestRunReport>[] = []
  const broken: string[] = []
  const within = placed.title === null ? '' : `${placed.title}: `
  const request = {
    patterns: [RUN],
    format,
    formats: testRunFormats,
    foreign: [...benchmarkFormats, ...coverageFormats],
  }
  for await (const report of readReports(request, onlyFiles(placed, step.ports.files))) {
    // Told of files among which none is a report.
    if (report.path === RUN) continue
    if (!report.ok) broken.push(`${within}${report.path} is left out: ${report.error.message}`)
    else if (report.duplicateOf === null) good.push(report)
  }
  return { good, broken }
}

/** Stands for the files of a run; what they are called may look like a glob. */
const RUN = '.'

function onlyFiles({ files: found, read }: PlacedRun, files: Files): Files {
  return { ...files, read, find: async () => found.map((file) => ({ ...file, how: 'met' as const })) }
}

function earliest(times: readonly string[]): string | null {
  const [first] = [...times].sort((left, right) => Date.parse(left) - Date.parse(right))
  return first ?? null
}
