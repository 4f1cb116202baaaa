import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import { PlatformError } from '@testwarden/core/model/errors'
import { asSet } from '@testwarden/core/model/join-evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import type { Format } from '@testwarden/formats/format'
import { describePassedBy, EVERYWHERE } from '@testwarden/intake/discovery'
import { createCoverageFold } from '@testwarden/intake/fold-coverage'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import type { ReadReport } from '@testwarden/intake/read-report'
import { readReports } from '@testwarden/intake/read-reports'
import { readParts } from './components/read-parts.js'
import type { CoverageSettings, coverageConfig } from './config.js'
import type { CoverageFacts } from './facts.js'
import { encodeFile } from './file-facts.js'
import { findBaseline } from './find-baseline.js'
import { inOrder } from './merge-evidence.js'
import { createPathMatcher } from './path-matcher.js'
import { readChanges } from './read-changes.js'
import { writeReports } from './write-reports.js'

export interface CoverageSources {
  readonly ports: Ports
  readonly formats: readonly Format<CoverageReport>[]
}

/** Reads the reports, the change and the baseline of one run. Nothing is judged here. */
export async function collectCoverage(
  { config, run }: CollectContext<typeof coverageConfig>,
  { ports, formats }: CoverageSources,
): Promise<Collected<CoverageFacts>> {
  const passedBy = new Set<string>()
  const warn = (message: string): void => void passedBy.add(message)
  const repository = await readRepository(ports, warn)
  const ignored = createFilter(config.own.ignore.value)
  const build = await readBuildFolders(repository, ports.files)
  const fold = createCoverageFold({
    paths: { ...repository, roots: config.own.roots.value, build },
    isIgnored: ignored,
  })
  for await (const report of reportsOf({ settings: config.own, repository, ports, formats, warn })) fold.add(report)
  const { reports, files, unmatched, notes, problems } = fold.result()
  const isNothingRead = reports.length === 0 && problems.length === 0
  const components = config.own.components.value
  if (isNothingRead && components.length === 0) return { facts: null, problems }
  const found = await findBaseline({ run, depth: config.shared.baseline.depth.value }, ports)
  const changes = await readChanges({ run, ports, isIgnored: ignored })
  const reported = files.map(({ coverage }) => coverage.path)
  const { trackedFiles } = repository
  const sources = { components, run, trackedFiles, reported, changes, found, isIgnored: ignored }
  const known = await readParts(sources, ports.git)
  if (isNothingRead && known.carried.length === 0) return { facts: null, problems }
  const facts: CoverageFacts = {
    reports,
    files: files.map(({ coverage, isTracked }) => encodeFile(coverage, isTracked)),
    unmatched,
    components: known.components,
    carried: known.carried,
    changes,
    baselines: [found.baseline],
    testedShas: [run.testedSha],
    notes: [...passedBy, ...notes, ...found.notes, ...known.notes],
  }
  const writes = await writeReports(config.own, { files: files.map(({ coverage }) => coverage), run })
  return { facts: inOrder(facts), problems: asSet(problems), writes }
}

interface Repository {
  /** null without a repository. */
  readonly trackedFiles: readonly string[] | null
  readonly isTracked: (path: string) => boolean
  readonly workspacePrefix: string
}

type Warn = (message: string) => void

async function readRepository({ git, files }: Ports, warn: Warn): Promise<Repository> {
  if (git.absence !== null) {
    const found = await files.find(EVERYWHERE, (folder) => warn(describePassedBy(folder)))
    return withoutRepository(found.map(({ path }) => path))
  }
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
  readonly warn: Warn
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
  warn,
}: ReportSearch): AsyncGenerator<ReadReport<CoverageReport>> {
  const request = { patterns: settings.reports.value, format: settings.format.value, formats, warn }
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
