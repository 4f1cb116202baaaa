import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { type Problem, ReportError, toProblem } from '@testwarden/core/model/errors'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Ports } from '@testwarden/core/ports/ports'
import type { Format } from '@testwarden/formats/format'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import type { GoodReport } from '@testwarden/intake/read-report'
import { reportsOfRun } from '@testwarden/intake/reports-of-run'
import { type Repository, readRepository } from '@testwarden/intake/repository'
import { createPathResolver } from '@testwarden/intake/resolve-paths'
import type { perfConfig } from './config.js'
import type { PerfFacts, PerfLeg, PerfReport } from './facts.js'
import { findPairTrees } from './paired/pair-trees.js'
import { reportOfOtherProcessor } from './reading/other-processor.js'
import { MetricReader, type ReadMetrics } from './reading/read-metrics.js'
import { type ReadPast, readPast } from './reading/read-past.js'
import { TestTimeReader } from './reading/read-test-times.js'
import { stratumOf } from './reading/stratum.js'

export interface PerfSources {
  readonly ports: Ports
  readonly formats: readonly Format<BenchmarkReport | TestRunReport>[]
  /** Of other kinds, whose reports are for other gates. */
  readonly foreign: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
}

/** Reads the reports and the past of one run. Nothing is judged here. */
export async function collectPerf(
  { config, run }: CollectContext<typeof perfConfig>,
  { ports, formats, foreign }: PerfSources,
): Promise<Collected<PerfFacts>> {
  const passedBy = new Set<string>()
  const warn = (message: string): void => void passedBy.add(message)
  const repository = await readRepository(ports, warn)
  const request = { patterns: config.own.reports.value, format: config.own.format.value, formats, foreign, warn }
  const { read, problems } = await readAll({ config }, { ports, repository, request })
  const trees = config.own.command.value === null ? null : await findPairTrees(run, ports.git)
  const isNothing = read.metrics.length === 0 && read.reports.length === 0
  if (isNothing && trees?.kind !== 'pair') return { facts: null, problems }
  const stratum = stratumOf(run.machine)
  const sources = {
    run,
    stratum,
    names: read.metrics,
    fetchDepth: config.shared.baseline.depth.value,
    reference: config.own.reference.value,
  }
  const foreignReport = reportOfOtherProcessor({ reports: read.reports, stratum })
  const { past, roster, notes } =
    foreignReport === null ? await readPast(sources, ports) : pastOfOther(foreignReport, stratum)
  const leg: PerfLeg = {
    variant: canonicalJson(variantKeyOf(run.key)),
    testedSha: run.testedSha,
    stratum,
    ...read,
    kernelNs: null,
    past,
    trees,
    paired: null,
    roster,
    notes: [...new Set([...passedBy, ...read.notes, ...notes])],
  }
  return { facts: { legs: [leg] }, problems }
}

/** The past of this processor says nothing of values of another one. */
function pastOfOther({ path, cpu }: PerfReport, stratum: string): ReadPast {
  const reason = `\`${path}\` was measured on ${cpu}, and this job runs on ${stratum}: it is not compared with the past, nor recorded. Run this gate in the job that measures.`
  return { past: { kind: 'none', reason }, roster: null, notes: [reason] }
}

interface Reading {
  readonly ports: Ports
  readonly repository: Repository
  readonly request: Parameters<typeof reportsOfRun<BenchmarkReport | TestRunReport>>[0]
}

async function readAll(
  { config }: Pick<CollectContext<typeof perfConfig>, 'config'>,
  { ports, repository, request }: Reading,
): Promise<{ readonly read: ReadMetrics; readonly problems: readonly Problem[] }> {
  const build = await readBuildFolders(repository, ports.files)
  const resolver = createPathResolver({ ...repository, roots: config.own.roots.value, build })
  const reader = new MetricReader(({ file, line }) => {
    const path = file === null || line === null ? null : resolver.resolve(file, [])?.path
    return path == null || line === null ? null : { path, line }
  })
  const times = new TestTimeReader()
  const problems: Problem[] = []
  const notes: string[] = []
  for await (const report of reportsOfRun(request, { repository, files: ports.files })) {
    if (!report.ok) keepProblem(report.error, problems)
    else if (report.duplicateOf !== null)
      notes.push(`${report.path} has the same content as ${report.duplicateOf} and was counted once.`)
    else {
      if (report.partial) keepProblem(endsEarly(report.path), problems)
      if (isTestRun(report)) times.add(report.model)
      else if (isBenchmark(report)) reader.add(report)
    }
  }
  const read = reader.result()
  const metrics = [...read.metrics, ...times.result()].sort((left, right) => (left.key < right.key ? -1 : 1))
  return { read: { ...read, metrics, notes: [...notes, ...read.notes] }, problems }
}

function isBenchmark(read: GoodReport<BenchmarkReport | TestRunReport>): read is GoodReport<BenchmarkReport> {
  return read.kind === 'benchmark'
}

function isTestRun(read: GoodReport<BenchmarkReport | TestRunReport>): read is GoodReport<TestRunReport> {
  return read.kind === 'test-run'
}

function endsEarly(path: string): ReportError {
  return new ReportError('the report ends early: benchmarks behind its end are not known', {
    path,
    line: null,
    remedy: 'Check that the benchmarks ran to their end, and that the disk was not full.',
  })
}

function keepProblem(error: Error, problems: Problem[]): void {
  const problem = toProblem(error)
  if (problem === null) throw error
  problems.push(problem)
}
