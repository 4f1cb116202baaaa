import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { mergeByPath } from '@testwarden/core/model/coverage-merge'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { type Problem, ReportError } from '@testwarden/core/model/errors'
import { DIFFERENCE_PREFIX, type ReportSummary, type UnmatchedPath } from '@testwarden/core/model/report-summary'
import type { ReadWarning } from '@testwarden/core/model/result'
import { createCoverageMerger } from './merge-coverage.js'
import type { ReadReport } from './read-report.js'
import { problemOf } from './report-problem.js'
import {
  createPathResolver,
  MAX_SOURCES,
  type PathResolver,
  type PathResolverOptions,
  type ResolvedBy,
} from './resolve-paths.js'

export interface FoldOptions {
  /** See {@link PathResolverOptions}. */
  readonly paths: PathResolverOptions
  readonly isIgnored: (path: string) => boolean
  /** Is told of every file of every report that is no copy, in the order of reading. */
  readonly observe?: (seen: SeenFile) => void
}

/** A file of a report on its way into the merged model, for whoever must explain a number. */
export interface SeenFile {
  readonly report: string
  /** As the report has it. */
  readonly file: FileCoverage
  /** The path that it counts under. */
  readonly path: string
  /** The rule that found a tracked file; null: none answers to the path. */
  readonly how: ResolvedBy | null
}

/** What all reports of a run say together. */
export interface FoldedCoverage {
  readonly reports: readonly ReportSummary[]
  /** Ascending by path. */
  readonly files: readonly FoldedFile[]
  readonly unmatched: readonly UnmatchedPath[]
  /** Things worth saying that changed nothing, such as a copy that was left out. */
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
}

export interface FoldedFile {
  readonly coverage: FileCoverage
  /** false: no tracked file answers to this path, which is as the report has it. */
  readonly isTracked: boolean
}

export interface CoverageFold {
  add(report: ReadReport<CoverageReport>): void
  result(): FoldedCoverage
}

/** Folds reports one by one: of each only a summary and its part of the merged model remain. */
export function createCoverageFold({ paths, isIgnored, observe }: FoldOptions): CoverageFold {
  const resolver = createPathResolver(paths)
  const merger = createCoverageMerger()
  const untracked = new Set<string>()
  const reports: ReportSummary[] = []
  const problems: Problem[] = []
  const unmatched: UnmatchedPath[] = []
  const notes: string[] = []
  return {
    add(report) {
      if (!report.ok) return void problems.push(problemOf(report.error))
      if (report.duplicateOf !== null)
        return void notes.push(`${report.path} has the same content as ${report.duplicateOf} and was counted once.`)
      const resolved = resolveFiles(report, { resolver, isIgnored, observe, prefix: paths.workspacePrefix ?? '' })
      if (unmatched.length < DESCRIBED_IN_ALL)
        unmatched.push(...describeUnmatched(report, resolved.unmatched, resolver))
      if (report.model.sources.length > MAX_SOURCES)
        notes.push(
          `${report.path} names ${report.model.sources.length} sources: only the first ${MAX_SOURCES} were tried.`,
        )
      if (isMismatch(resolved)) return void problems.push(problemOf(mismatch(report, resolved, resolver)))
      if (report.partial) problems.push(problemOf(endsEarly(report.path)))
      for (const file of mergeByPath(resolved.matched)) merger.add(file, report.path)
      for (const file of mergeByPath(resolved.unmatched.map(withTidyPath))) {
        untracked.add(file.path)
        merger.add(file, report.path)
      }
      reports.push(summaryOf(report))
    },
    result: () => ({
      reports,
      files: merger.files().map((coverage) => ({ coverage, isTracked: !untracked.has(coverage.path) })),
      unmatched,
      notes: [...notes, ...merger.contradictions().map(({ message }) => message)],
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

interface Resolving {
  readonly resolver: PathResolver
  readonly isIgnored: (path: string) => boolean
  readonly observe: FoldOptions['observe'] | undefined
  /** Where the workspace lies inside the repository. */
  readonly prefix: string
}

function resolveFiles({ path, model }: GoodReport, resolving: Resolving): ResolvedFiles {
  const { resolver, isIgnored, observe, prefix } = resolving
  const matched: FileCoverage[] = []
  const unmatched: FileCoverage[] = []
  for (const file of model.files) {
    const place = { report: `${prefix}${path}`, module: file.module ?? null }
    const resolved = resolver.resolve(file.path, model.sources, place)
    const countedAs = resolved?.path ?? withTidyPath(file).path
    observe?.({ report: path, file, path: countedAs, how: resolved?.how ?? null })
    if (isIgnored(countedAs)) continue
    if (resolved === null) unmatched.push(file)
    else matched.push({ ...file, path: resolved.path })
  }
  return { matched, unmatched }
}

const tidy = createPathResolver({ trackedFiles: null, roots: [] })

/** Files that only their modules tell apart stay apart. */
function withTidyPath(file: FileCoverage): FileCoverage {
  const path = tidy.resolve(file.path, [])?.path ?? file.path.slice(0, 200)
  return { ...file, path: file.module === undefined ? path : `${file.module}/${path}` }
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
  const known =
    matched.length === 0
      ? 'None of the files of this report is known here'
      : `Only ${matched.length} of ${matched.length + unmatched.length} files of this report are known here`
  const message = `${known}, so it cannot be matched with the code. ${examples.join('; ')}.`
  return new ReportError(message, {
    path: report.path,
    line: null,
    remedy:
      'Set `roots` to the folder that these paths are relative to, or to the absolute folder that must be taken off.',
  })
}

const DESCRIBED = 20
const DESCRIBED_IN_ALL = 200

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

function summaryOf({ path, format, model, warnings }: GoodReport): ReportSummary {
  return {
    path,
    format,
    dialect: model.dialect,
    fileCount: model.files.length,
    totals: countCoverage(model.files),
    declared: model.declared,
    warnings: mostTelling(warnings).slice(0, KEPT_WARNINGS),
    warningCount: warnings.length,
  }
}

/** Why a report's own totals differ, first: a page tells that of each report, and readers say it last. */
function mostTelling(warnings: readonly ReadWarning[]): readonly ReadWarning[] {
  const isDifference = ({ message }: ReadWarning): boolean => message.startsWith(DIFFERENCE_PREFIX)
  return [...warnings.filter(isDifference), ...warnings.filter((warning) => !isDifference(warning))]
}
