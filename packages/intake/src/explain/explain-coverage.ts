import type { ExplainedFile, ExplainedReport } from '@testwarden/core/files/explain-file'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Files } from '@testwarden/core/ports/files'
import type { Format } from '@testwarden/formats/format'
import { createCoverageFold } from '../fold-coverage.js'
import { readBuildFolders } from '../paths/read-build-folders.js'
import { reportsOfRun } from '../reports-of-run.js'
import type { Repository } from '../repository.js'
import { createPathResolver, type PathResolverOptions } from '../resolve-paths.js'
import { meantPaths, type Question } from './asked-file.js'
import { explainFile, type IgnoreGlob } from './explain-file.js'
import { createMentionLog, type SeenMention } from './mention-log.js'
import { nearestPaths } from './nearest-paths.js'
import { createReportLog } from './report-log.js'
import { createSightingLog } from './sighting-log.js'

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
    observe: (seen) => mentions.add({ ...seen, ...open }),
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
    file:
      chosen === null
        ? null
        : explainFile(chosen, {
            line: question.line,
            ignore: task.ignore,
            folded,
            resolver: createPathResolver(paths),
          }),
    nearest: chosen === null ? nearestPaths(question.file, mentions.paths) : [],
    reports: reports.list(folded.problems, mentioning),
  }
}
