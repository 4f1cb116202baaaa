import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import type { Problem } from '@testwarden/core/model/errors'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Ports } from '@testwarden/core/ports/ports'
import { createQuarantineMatcher } from '@testwarden/core/quarantine/quarantine'
import { createRedactor } from '@testwarden/core/render/redact'
import { readOwners } from '@testwarden/failures/read-owners'
import { createTestReader, type ReadTests } from '@testwarden/failures/tests/read-tests'
import type { Format } from '@testwarden/formats/format'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import { readTestReports, type TestReportSources } from '@testwarden/intake/read-test-reports'
import { type Repository, readRepository } from '@testwarden/intake/repository'
import { createPathResolver } from '@testwarden/intake/resolve-paths'
import { backtestRecords } from './backtest/backtest-records.js'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'
import { readChanges } from './read-changes.js'
import { aliasNotes, readAliases } from './reading/aliases.js'
import { newestRosters } from './reading/newest-rosters.js'
import { readPast } from './reading/read-past.js'
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
  readonly request: TestReportSources['request']
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
  const { notes, problems } = await readTestReports({ request, repository, files: ports.files, reader })
  const read = reader.result()
  const said = [...owners.notes, ...aliasNotes(config.own.aliases.value), ...notes, ...read.notes]
  return { read: { ...read, notes: said }, problems }
}
