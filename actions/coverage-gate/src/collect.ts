import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { PlatformError, type Problem, ReportError, toProblem } from '@testwarden/core/model/errors'
import type { Ports } from '@testwarden/core/ports/ports'
import type { Format } from '@testwarden/formats/format'
import { EVERYWHERE } from '@testwarden/intake/discovery'
import { createCoverageMerger } from '@testwarden/intake/merge-coverage'
import type { ReadReport } from '@testwarden/intake/read-report'
import { readReports } from '@testwarden/intake/read-reports'
import { createPathResolver, type PathResolver } from '@testwarden/intake/resolve-paths'
import type { CoverageSettings, coverageConfig } from './config.js'
import type { CoverageFacts, ReportFacts, UnmatchedPath } from './facts.js'
import { encodeFile } from './file-facts.js'
import { findBaseline } from './find-baseline.js'
import { asSet, inOrder } from './merge-evidence.js'
import { createPathMatcher } from './path-matcher.js'
import { readChanges } from './read-changes.js'

export interface CoverageSources {
  readonly ports: Ports
  readonly formats: readonly Format<CoverageReport>[]
}

/** Reads the reports, the change and the baseline of one run. Nothing is judged here. */
export async function collectCoverage(
  { config, run }: CollectContext<typeof coverageConfig>,
  { ports, formats }: CoverageSources,
): Promise<Collected<CoverageFacts>> {
  const repository = await readRepository(ports)
  const ignored = createFilter(config.own.ignore.value)
  const intake = createIntake({ repository, settings: config.own, isIgnored: ignored })
  for await (const report of reportsOf({ settings: config.own, repository, ports, formats })) intake.add(report)
  const { reports, problems, ...read } = intake.result()
  if (reports.length === 0 && problems.length === 0) return { facts: null, problems }
  const { baseline, notes } = await findBaseline(run, ports)
  const facts: CoverageFacts = {
    ...read,
    reports,
    changes: await readChanges({ run, ports, isIgnored: ignored }),
    baselines: [baseline],
    testedShas: [run.testedSha],
    notes: [...read.notes, ...notes],
  }
  return { facts: inOrder(facts), problems: asSet(problems) }
}

interface Repository {
  /** null without a repository. */
  readonly trackedFiles: readonly string[] | null
  readonly isTracked: (path: string) => boolean
  readonly workspacePrefix: string
}

async function readRepository({ git, files }: Ports): Promise<Repository> {
  if (git.absence !== null) return withoutRepository((await files.find(EVERYWHERE)).map(({ path }) => path))
  try {
    const trackedFiles = await git.trackedFiles()
    const workspacePrefix = await git.workspacePrefix()
    const tracked = new Set(trackedFiles)
    return {
      trackedFiles: trackedFiles.length === 0 ? null : trackedFiles,
      isTracked: (path) => tracked.has(workspacePrefix + path),
      workspacePrefix,
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return withoutRepository(null)
  }
}

/** @param files what lies on disk stands in for what git tracks */
function withoutRepository(files: readonly string[] | null): Repository {
  return { trackedFiles: files, isTracked: () => false, workspacePrefix: '' }
}

interface ReportSearch extends CoverageSources {
  readonly settings: CoverageSettings
  readonly repository: Repository
}

/**
 * The named reports, or what lies around. Reports under version control are mostly test data of other tools, so they
 * count only when there are no others.
 */
async function* reportsOf({
  settings,
  repository,
  ports,
  formats,
}: ReportSearch): AsyncGenerator<ReadReport<CoverageReport>> {
  const request = { patterns: settings.reports.value, format: settings.format.value, formats }
  let count = 0
  for await (const report of readReports({ ...request, isSkipped: repository.isTracked }, ports.files)) {
    count++
    yield report
  }
  if (count > 0 || request.patterns.length > 0 || repository.trackedFiles === null) return
  yield* readReports({ ...request, isSkipped: (path) => !repository.isTracked(path) }, ports.files)
}

function createFilter(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(createPathMatcher)
  return (path) => matchers.some((matches) => matches(path))
}

interface IntakeOptions {
  readonly repository: Repository
  readonly settings: CoverageSettings
  readonly isIgnored: (path: string) => boolean
}

type IntakeResult = Pick<CoverageFacts, 'reports' | 'files' | 'unmatched' | 'notes'> & {
  readonly problems: readonly Problem[]
}

interface Intake {
  add(report: ReadReport<CoverageReport>): void
  result(): IntakeResult
}

/** Folds reports one by one: of each only its facts and its part of the merged model remain. */
function createIntake({ repository, settings, isIgnored }: IntakeOptions): Intake {
  const resolver = createPathResolver({ ...repository, roots: settings.roots.value })
  const merger = createCoverageMerger()
  const untracked = new Set<string>()
  const reports: ReportFacts[] = []
  const problems: Problem[] = []
  const unmatched: UnmatchedPath[] = []
  const notes: string[] = []
  return {
    add(report) {
      if (!report.ok) return void problems.push(problemOf(report.error))
      if (report.duplicateOf !== null)
        return void notes.push(`${report.path} has the same content as ${report.duplicateOf} and was counted once.`)
      const resolved = resolveFiles(report.model, resolver, isIgnored)
      unmatched.push(...describeUnmatched(report, resolved.unmatched, resolver))
      if (isMismatch(resolved)) return void problems.push(problemOf(mismatch(report, resolved, resolver)))
      if (report.partial) problems.push(problemOf(endsEarly(report.path)))
      for (const file of resolved.matched) merger.add(file)
      for (const file of resolved.unmatched.map(withTidyPath)) {
        untracked.add(file.path)
        merger.add(file)
      }
      reports.push(factsOf(report))
    },
    result: () => ({
      reports,
      files: merger.files().map((file) => encodeFile(file, !untracked.has(file.path))),
      unmatched,
      notes,
      problems,
    }),
  }
}

interface ResolvedFiles {
  /** With the paths of tracked files. */
  readonly matched: readonly FileCoverage[]
  /** As the report has them. */
  readonly unmatched: readonly FileCoverage[]
}

function resolveFiles(
  { files, sources }: CoverageReport,
  resolver: PathResolver,
  isIgnored: (path: string) => boolean,
): ResolvedFiles {
  const matched: FileCoverage[] = []
  const unmatched: FileCoverage[] = []
  for (const file of files) {
    const resolved = resolver.resolve(file.path, sources)
    if (isIgnored(resolved?.path ?? withTidyPath(file).path)) continue
    if (resolved === null) unmatched.push(file)
    else matched.push({ ...file, path: resolved.path })
  }
  return { matched, unmatched }
}

const tidy = createPathResolver({ trackedFiles: null, roots: [] })

function withTidyPath(file: FileCoverage): FileCoverage {
  return { ...file, path: tidy.resolve(file.path, [])?.path ?? file.path.slice(0, 200) }
}

function isMismatch({ matched, unmatched }: ResolvedFiles): boolean {
  return matched.length < unmatched.length
}

type GoodReport = Extract<ReadReport<CoverageReport>, { ok: true }>

const EXAMPLES = 3

function mismatch(report: GoodReport, { matched, unmatched }: ResolvedFiles, resolver: PathResolver): ReportError {
  const examples = unmatched.slice(0, EXAMPLES).map(({ path }) => {
    const { tried, candidates } = resolver.explain(path, report.model.sources)
    const found = candidates.length === 0 ? '' : ` (known: ${candidates.join(', ')})`
    return `"${path.slice(0, 200)}" tried as ${tried.map((rewrite) => rewrite.slice(0, 200)).join(', ')}${found}`
  })
  const message = `Only ${matched.length} of ${matched.length + unmatched.length} files of this report are known here, so it cannot be matched with the code. ${examples.join('; ')}.`
  return new ReportError(message, {
    path: report.path,
    line: null,
    remedy:
      'Set `roots` to the folder that these paths are relative to, or to the absolute folder that must be taken off.',
  })
}

const DESCRIBED = 20

function describeUnmatched(
  { path: report, model }: GoodReport,
  files: readonly FileCoverage[],
  resolver: PathResolver,
): UnmatchedPath[] {
  return files.slice(0, DESCRIBED).map(({ path }) => {
    const { tried, candidates } = resolver.explain(path, model.sources)
    return { report, written: path.slice(0, 500), tried: tried.slice(0, 10), candidates }
  })
}

function endsEarly(path: string): ReportError {
  return new ReportError('The report ends early: only what comes before the cut was counted.', {
    path,
    line: null,
    remedy: 'Look at the step that writes it: it may have been stopped, or the disk may be full.',
  })
}

const KEPT_WARNINGS = 20

function factsOf({ path, format, model, warnings }: GoodReport): ReportFacts {
  return {
    path,
    format,
    dialect: model.dialect,
    fileCount: model.files.length,
    totals: countCoverage(model.files),
    declared: model.declared,
    warnings: warnings.slice(0, KEPT_WARNINGS),
    warningCount: warnings.length,
  }
}

function problemOf(error: ReportError): Problem {
  const problem = toProblem(error)
  if (problem === null) throw error
  return problem
}
