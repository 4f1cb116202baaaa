import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import { asSet } from '@testwarden/core/model/join-evidence'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import type { Ports } from '@testwarden/core/ports/ports'
import type { Format } from '@testwarden/formats/format'
import { createCoverageFold } from '@testwarden/intake/fold-coverage'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import { reportsOfRun } from '@testwarden/intake/reports-of-run'
import { readRepository } from '@testwarden/intake/repository'
import { readParts } from './components/read-parts.js'
import type { coverageConfig } from './config.js'
import type { CoverageFacts } from './facts.js'
import { encodeFile } from './file-facts.js'
import { findBaseline } from './find-baseline.js'
import { inOrder } from './merge-evidence.js'
import { readChanges } from './read-changes.js'
import { writeReports } from './write-reports.js'

export interface CoverageSources {
  readonly ports: Ports
  readonly formats: readonly Format<CoverageReport>[]
  /** Of other kinds, whose reports are for other gates. */
  readonly foreign?: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
}

/** Reads the reports, the change and the baseline of one run. Nothing is judged here. */
export async function collectCoverage(
  { config, run }: CollectContext<typeof coverageConfig>,
  { ports, formats, foreign = [] }: CoverageSources,
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
  const request = { patterns: config.own.reports.value, format: config.own.format.value, formats, foreign, warn }
  for await (const report of reportsOfRun(request, { repository, files: ports.files })) fold.add(report)
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
    notes: [...passedBy, ...notes, ...known.notes],
    historyNotes: found.notes,
  }
  const writes = await writeReports(config.own, { files: files.map(({ coverage }) => coverage), run })
  return { facts: inOrder(facts), problems: asSet(problems), writes }
}

function createFilter(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(createPathMatcher)
  return (path) => matchers.some((matches) => matches(path))
}
