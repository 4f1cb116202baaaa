import type { CollectContext, Collected } from '@testwarden/core/action/define-action'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Files } from '@testwarden/core/ports/files'
import type { Ports } from '@testwarden/core/ports/ports'
import { createRedactor } from '@testwarden/core/render/redact'
import { readOwners } from '@testwarden/failures/read-owners'
import { createTestReader } from '@testwarden/failures/tests/read-tests'
import type { Format } from '@testwarden/formats/format'
import { readBuildFolders } from '@testwarden/intake/paths/read-build-folders'
import { readTestReports } from '@testwarden/intake/read-test-reports'
import { readRepository } from '@testwarden/intake/repository'
import { createPathResolver } from '@testwarden/intake/resolve-paths'
import type { incidentsConfig } from './config.js'
import { type IncidentsFacts, type LegFacts, NO_PAST } from './facts.js'
import { readPolicy } from './policy/read-policy.js'
import { failuresOf } from './reading/failures-of.js'
import { type ReadPast, readPast } from './reading/read-past.js'
import { readVerdicts } from './reading/read-verdicts.js'
import { unknownKinds } from './severity/unknown-kinds.js'
import { asksForFreeze, isOnlySweep, isSweep, keepsIncidents } from './standing/roles.js'

type Context = CollectContext<typeof incidentsConfig>

export interface IncidentSources {
  readonly ports: Ports
  readonly formats: readonly Format<TestRunReport>[]
  /** Of other kinds, whose reports are for other gates. */
  readonly foreign?: readonly Pick<Format<unknown>, 'id' | 'detect'>[]
}

/** Reads the tests of this run, what other gates said of it, and the past. Nothing is judged here. */
export async function collectIncidents(context: Context, sources: IncidentSources): Promise<Collected<IncidentsFacts>> {
  const { config, run } = context
  const { ports } = sources
  const patterns = await wantedReports(context, ports)
  const { leg, ...read } = patterns === null ? NO_TESTS : await readTests(context, patterns, sources)
  const { verdicts, problems } = await readVerdicts(config.own.verdicts.value, ports.files)
  const all = [...policyProblems(context), ...read.problems, ...problems]
  if (leg.reports.length === 0 && verdicts.length === 0 && !hasOtherWork(context)) return { facts: null, problems: all }
  const { past, frozen, notes } = await pastOf(context, ports)
  const variant = canonicalJson(variantKeyOf(run.key))
  const legs: readonly LegFacts[] = [{ variant, testedSha: run.testedSha, ...leg }]
  return { facts: { legs, past, verdicts, frozen, notes: [...read.notes, ...notes] }, problems: all }
}

interface ReadLeg {
  readonly leg: ReturnType<typeof failuresOf>
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
}

const NO_TESTS: ReadLeg = { leg: { reports: [], ran: 0, failed: [] }, problems: [], notes: [] }

/**
 * Which reports are looked for; null: none. The settings name those of test runs, and a run that looks after incidents, or
 * asks whether the line is stopped, mostly has none of them.
 */
async function wantedReports(context: Context, { files }: Pick<Ports, 'files'>): Promise<readonly string[] | null> {
  const { run, config } = context
  const patterns = config.own.reports.value
  if (isOnlySweep(run)) return null
  if (run.event === 'push' || patterns.length === 0 || !hasOtherWork(context)) return patterns
  const found = await Promise.all(patterns.map((pattern) => hasAny(pattern, files)))
  const there = patterns.filter((_, index) => found[index])
  return there.length === 0 ? null : there
}

/** What cannot be looked for is for the reading to say. */
async function hasAny(pattern: string, files: Files): Promise<boolean> {
  try {
    return (await files.find(pattern)).length > 0
  } catch (error) {
    if (toProblem(error) === null) throw error
    return true
  }
}

/** The tests of this job, as flaky-detector reads them. */
async function readTests(
  { config }: Context,
  patterns: readonly string[],
  { ports, formats, foreign = [] }: IncidentSources,
): Promise<ReadLeg> {
  const { files } = ports
  const { own, file } = config
  const passedBy = new Set<string>()
  const warn = (message: string): void => void passedBy.add(message)
  const repository = await readRepository(ports, warn)
  const build = await readBuildFolders(repository, files)
  const resolver = createPathResolver({ ...repository, roots: own.roots.value, build })
  const owners = await readOwners(files, repository.workspacePrefix)
  const reader = createTestReader({
    search: (path) => (repository.trackedFiles === null ? null : (resolver.resolve(path, [])?.path ?? null)),
    ownersOf: owners.ownersOf,
    redact: createRedactor(file.redact.value),
    aliases: new Map(),
    duplicates: own.duplicates.value,
    isQuarantined: () => false,
  })
  const request = { patterns, format: own.format.value, formats, foreign, warn }
  const { notes, problems } = await readTestReports({ request, repository, files, reader })
  const read = reader.result()
  return { leg: failuresOf(read), problems, notes: [...passedBy, ...owners.notes, ...notes, ...read.notes] }
}

/** Timers, comments, other workflows, pull requests while the line is stopped, other gates of the same step. */
function hasOtherWork({ config, run }: Context): boolean {
  return asksForFreeze(run, config) || keepsIncidents(run, config) || (isSweep(run) && config.own.issues.value === 'on')
}

/** A leg that only collects hands over what it saw: whoever decides knows the past. */
async function pastOf({ config, run }: Context, ports: Ports): Promise<ReadPast> {
  if (config.shared.mode.value === 'collect') return { past: NO_PAST, frozen: null, notes: [] }
  return readPast(run, ports)
}

/** Names of targets, rotations and kinds of tests that mean nothing, and levels that nobody ever reaches. */
function policyProblems({ config }: Context): readonly Problem[] {
  const errors = [...readPolicy(config.own).errors, ...unknownKinds(config.own, config.file.categories.value)]
  return errors.flatMap((error) => toProblem(error) ?? [])
}
