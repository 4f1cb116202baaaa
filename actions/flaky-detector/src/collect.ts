import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Ports } from '@testwarden/core/ports/ports'
import { createQuarantineMatcher } from '@testwarden/core/quarantine/quarantine'
import { countWord } from '@testwarden/core/render/inline'
import { createRedactor } from '@testwarden/core/render/redact'
import type { Format } from '@testwarden/formats/format'
import { copiedSuites } from '@testwarden/intake/copied-suites'
import { endsEarly } from '@testwarden/intake/fold-test-runs'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import { reportsOfRun } from '@testwarden/intake/reports-of-run'
import { type Repository, readRepository } from '@testwarden/intake/repository'
import { createPathResolver } from '@testwarden/intake/resolve-paths'
import { backtestRecords } from './backtest/backtest-records.js'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'
import { readChanges } from './read-changes.js'
import { aliasNotes, readAliases } from './reading/aliases.js'
import { newestRosters } from './reading/newest-rosters.js'
import { readOwners } from './reading/read-owners.js'
import { readPast } from './reading/read-past.js'
import { createTestReader, type ReadTests } from './reading/read-tests.js'
import { wantedStories } from './reading/wanted-stories.js'

export interface FlakySources {
  readonly ports: Ports
  readonly formats: readonly Format<TestRunReport>[]
  /** Of other kinds, whose reports are for other gates. */
  readonly foreign?: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
}

/** More would keep a change of the policy waiting; `testwarden backtest flaky` replays all. */
const BACKTESTED_RUNS = 200

/** Reads the reports, the change and the past of one run. Nothing is judged here. */
export async function collectTests(
  { config, proposed, run }: CollectContext<typeof flakyConfig>,
  { ports, formats, foreign = [] }: FlakySources,
): Promise<Collected<FlakyFacts>> {
  const passedBy = new Set<string>()
  const warn = (message: string): void => void passedBy.add(message)
  const repository = await readRepository(ports, warn)
  const request = { patterns: config.own.reports.value, format: config.own.format.value, formats, foreign, warn }
  const reading = await readReports({ config, run }, { ports, repository, request })
  const { read, problems } = reading
  if (read.reports.length === 0) return { facts: null, problems }
  const change = await readChanges(run, ports)
  const { past, notes, bodies, records, firstParents } = await readPast(
    {
      run,
      keys: read.tests.map(({ key }) => key),
      wanted: wantedStories(read),
      fetchDepth: config.shared.baseline.depth.value,
      renames: change.kind === 'known' ? change.renames : [],
    },
    ports,
  )
  const leg = {
    variant: canonicalJson(variantKeyOf(run.key)),
    testedSha: run.testedSha,
    tree: run.testedTree ?? null,
    ...read,
    change,
    past,
    rosters: newestRosters(bodies),
    backtest:
      proposed === undefined
        ? null
        : backtestRecords({ records, firstParents, policies: [proposed, config], runs: BACKTESTED_RUNS }),
    notes: [...new Set([...passedBy, ...read.notes, ...notes])],
  }
  return { facts: { legs: [leg] }, problems }
}

interface Reading {
  readonly ports: Ports
  readonly repository: Repository
  readonly request: Parameters<typeof reportsOfRun<TestRunReport>>[0]
}

async function readReports(
  { config }: CollectContext<typeof flakyConfig>,
  { ports, repository, request }: Reading,
): Promise<{ readonly read: ReadTests; readonly problems: readonly Problem[] }> {
  const build = await readBuildFolders(repository, ports.files)
  const resolver = createPathResolver({ ...repository, roots: config.own.roots.value, build })
  const owners = await readOwners(ports.files, repository.workspacePrefix)
  const quarantines = config.own.quarantine.value.map(({ test }) => createQuarantineMatcher(test))
  const reader = createTestReader({
    search: (path) => (repository.trackedFiles === null ? null : (resolver.resolve(path, [])?.path ?? null)),
    ownersOf: owners.ownersOf,
    redact: createRedactor(config.file.redact.value),
    aliases: readAliases(config.own.aliases.value),
    duplicates: config.own.duplicates.value,
    isQuarantined: (key) => quarantines.some((means) => means(key)),
  })
  const problems: Problem[] = []
  const notes: string[] = [...owners.notes, ...aliasNotes(config.own.aliases.value)]
  const known = new Map<string, string>()
  for await (const report of reportsOfRun(request, { repository, files: ports.files })) {
    if (!report.ok) keepProblem(report.error, problems)
    else if (report.duplicateOf !== null)
      notes.push(`${report.path} has the same content as ${report.duplicateOf} and was counted once.`)
    else {
      if (report.partial) keepProblem(endsEarly(report.path), problems)
      const repeated = copiedSuites(report.model.cases, { report: report.path, known })
      if (repeated.size > 0) notes.push(describeCopies(report.path, repeated))
      reader.add(repeated.size === 0 ? report : { ...report, isCopied: (suite) => repeated.has(suite) })
    }
  }
  const read = reader.result()
  return { read: { ...read, notes: [...notes, ...read.notes] }, problems }
}

function keepProblem(error: Error, problems: Problem[]): void {
  const problem = toProblem(error)
  if (problem === null) throw error
  problems.push(problem)
}

/** Ant writes each suite into a file of its own, and all of them into one. */
function describeCopies(path: string, repeated: ReadonlyMap<string, string>): string {
  const [first] = repeated.values()
  return `${path} has ${countWord(repeated.size, 'suite')} that ${first} and others have too: counted once.`
}
