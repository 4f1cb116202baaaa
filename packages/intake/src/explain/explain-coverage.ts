import type { ExplainedFile, ExplainedReport, Mention, MergedFile } from '@testwarden/core/files/explain-file'
import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { countFile } from '@testwarden/core/model/coverage-totals'
import type { Files } from '@testwarden/core/ports/files'
import type { Format } from '@testwarden/formats/format'
import { createLineSets } from '../contradictions.js'
import { createCoverageFold, type FoldedCoverage } from '../fold-coverage.js'
import { readBuildFolders } from '../paths/read-build-folders.js'
import { reportsOfRun } from '../reports-of-run.js'
import type { Repository } from '../repository.js'
import { createPathResolver, type PathResolver, type PathResolverOptions } from '../resolve-paths.js'
import { meantPaths, type Question } from './asked-file.js'
import { formulaCounts } from './formula-counts.js'
import { lineNumbers } from './line-numbers.js'
import { type ChosenFile, createMentionLog, type SeenMention } from './mention-log.js'
import { mergeSteps } from './merge-steps.js'
import { nearestPaths } from './nearest-paths.js'
import { createReportLog } from './report-log.js'
import { createSightingLog, recordsOf, type SeenRecords } from './sighting-log.js'
import { touchingTests } from './touching-tests.js'

/** What the gate would read, and what is to be explained of it. */
export interface ExplainTask {
  readonly question: Question
  /** Absolute path of the working directory. */
  readonly workspace: string
  readonly repository: Repository
  readonly files: Files
  readonly formats: readonly Format<CoverageReport>[]
  /** Files, folders and globs of the reports; none: they are looked for everywhere. */
  readonly patterns: readonly string[]
  /** Id of the format that named reports are read as; null: each file's content tells. */
  readonly format: string | null
  readonly roots: readonly string[]
  readonly ignore: readonly IgnoreGlob[]
  readonly warn: (message: string) => void
}

export interface IgnoreGlob {
  /** As the user wrote it. */
  readonly glob: string
  readonly matches: (path: string) => boolean
}

export interface ExplainedCoverage {
  /** null: no report mentions such a file. */
  readonly file: ExplainedFile | null
  readonly nearest: readonly string[]
  readonly reports: readonly ExplainedReport[]
}

/** Reads the reports as the gate does, and keeps account of what becomes of one file. */
export async function explainCoverage(task: ExplainTask): Promise<ExplainedCoverage> {
  const { question, repository, files, formats, patterns, format, warn } = task
  const build = await readBuildFolders(repository, files)
  const paths: PathResolverOptions = { ...repository, roots: task.roots, build }
  const witness = createSightingLog(question)
  const mentions = createMentionLog(question)
  const reports = createReportLog()
  let open: Pick<SeenMention, 'records' | 'sources'> = { records: witness.take(), sources: [] }
  const fold = createCoverageFold({
    paths,
    isIgnored: (path) => task.ignore.some(({ matches }) => matches(path)),
    observe: (seen) => void mentions.add({ ...seen, ...open }),
  })
  const request = { patterns, format, formats, warn, witness }
  for await (const report of reportsOfRun(request, { repository, files })) {
    open = { records: witness.take(), sources: report.ok ? report.model.sources : [] }
    reports.add(report)
    fold.add(report)
  }
  const folded = fold.result()
  const chosen = mentions.choose(meantPaths(question.file, { workspace: task.workspace, ...repository }))
  const mentioning = new Set(chosen?.mentions.map(({ report }) => report))
  return {
    file: chosen === null ? null : explainFile(chosen, { task, folded, resolver: createPathResolver(paths) }),
    nearest: chosen === null ? nearestPaths(question.file, mentions.paths) : [],
    reports: reports.list(folded.problems, mentioning),
  }
}

interface Explaining {
  readonly task: ExplainTask
  readonly folded: FoldedCoverage
  readonly resolver: PathResolver
}

function explainFile({ path, mentions }: ChosenFile, explaining: Explaining): ExplainedFile {
  const { task, folded } = explaining
  const explained = mentions.map((mention) => explainMention(mention, explaining))
  const counted = explained.filter(({ isCounted }) => isCounted)
  const found = folded.files.find(({ coverage }) => coverage.path === path)
  const isTracked = mentions.some(({ how }) => how !== null && how !== 'unchecked')
  const merged = found === undefined || counted.length === 0 ? null : mergedFile(found.coverage, counted, task.question)
  const lineSets = createLineSets()
  for (const mention of mentions.filter((_, index) => explained[index]?.isCounted))
    lineSets.add({ ...mention.file, path }, mention.report)
  const sightings = mentions.map(({ records, file }) =>
    records.sightings.filter((sighting) => sighting.path === file.path),
  )
  return {
    path,
    isTracked,
    mentions: explained,
    merged,
    contradictions: lineSets.contradictions().map(({ message }) => message),
    tests: touchingTests(sightings, task.question.line),
  }
}

function explainMention(mention: SeenMention, { task, folded, resolver }: Explaining): Mention {
  const { report, file, path, how, sources, records } = mention
  const { line } = task.question
  const ignoredBy = task.ignore.filter(({ matches }) => matches(path)).map(({ glob }) => glob)
  return {
    report,
    written: file.path,
    module: file.module ?? null,
    how,
    tried: resolver.explain(file.path, sources).tried,
    ignoredBy,
    isCounted: ignoredBy.length === 0 && folded.reports.some((summary) => summary.path === report),
    isPlaceholder: file.isPlaceholder === true,
    totals: countFile(file),
    line: line === null ? null : lineNumbers(file, line),
    ...listed(records, file),
  }
}

function listed(records: SeenRecords, { path, module }: FileCoverage): Pick<Mention, 'records' | 'unlistedRecords'> {
  return { records: recordsOf(records, path, module ?? null), unlistedRecords: records.unlisted }
}

function mergedFile(file: FileCoverage, counted: readonly Mention[], { line }: Question): MergedFile {
  const numbers = line === null ? null : lineNumbers(file, line)
  return {
    totals: countFile(file),
    formulas: formulaCounts(file),
    line: numbers,
    steps: mergeSteps(counted, numbers),
  }
}
