import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { believeLegs } from '@testwarden/core/evidence-fold/believe-legs'
import { agreedHeadDiff } from '@testwarden/core/evidence-fold/head-diff'
import type { Leg } from '@testwarden/core/evidence-fold/leg'
import type { Expectation } from '@testwarden/core/evidence-fold/missing-legs'
import type { Problem } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { GitHub } from '@testwarden/core/ports/github'
import type { Log } from '@testwarden/core/ports/log'
import type { Ports } from '@testwarden/core/ports/ports'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import { type ActionHost, createActionHost } from '../action-host.js'
import { collectLegs } from '../artifacts/collect-legs.js'
import { attempt } from '../attempt.js'
import { systemClock } from '../clock.js'
import { deliverBug } from '../deliver-bug.js'
import { deliverStep } from '../deliver-step.js'
import { createExec } from '../exec.js'
import { createWorkspaceFiles } from '../files.js'
import type { ParseDiff } from '../git/diff.js'
import { createGit, type WorkspaceGit } from '../git.js'
import { createGitHub } from '../github/client.js'
import { openHistory } from '../history/open-history.js'
import { type AnyAction, type JudgedGate, unaskable } from '../judge-gates.js'
import { createActionLog } from '../log.js'
import type { OpenedStep } from '../open-step.js'
import { redactorOf } from '../redaction.js'
import { bareRun } from '../run-context/bare-run.js'
import { allGates } from '../suite.js'
import { judgeWhole } from './judge-whole.js'
import { type Publishing, preparePublishing } from './prepare-publishing.js'
import { readExpectedLegs, readPrefix } from './publish-inputs.js'
import { readSources } from './read-sources.js'

export interface PublishOpening {
  /** Every gate whose evidence can be joined, in the order of the page. */
  readonly definitions: readonly [AnyAction, ...AnyAction[]]
  readonly parseDiff: ParseDiff
  readonly host: ActionHost
  readonly log: Log
}

/** Runs publish in a job: takes the evidence of other jobs, decides on the whole, shows and writes. */
export async function runPublish(definitions: PublishOpening['definitions'], parseDiff: ParseDiff): Promise<void> {
  const { env } = process
  const log = createActionLog((text) => process.stdout.write(text), env.RUNNER_DEBUG === '1' ? 'debug' : 'normal')
  const opening: PublishOpening = { definitions, parseDiff, host: createActionHost(env), log }
  const onBug = (error: unknown) => deliverBug({ ...opening, suite: allGates(definitions) }, error)
  process.once('uncaughtException', (error) => void onBug(error).then((code) => process.exit(code)))
  process.exitCode = await publishRun(opening).catch(onBug)
}

/** @returns the exit code */
export async function publishRun(opening: PublishOpening): Promise<number> {
  const { host, log, parseDiff } = opening
  const { env, workspace } = host
  const git = createGit({ workspace, env, token: host.input('github-token') || null, parseDiff, log })
  try {
    const tried = await attempt(() => publishPrepared(opening, git))
    return tried.ok ? tried.value : await refuse(opening, { git, problem: tried.problem })
  } finally {
    await git.dispose()
  }
}

async function publishPrepared(opening: PublishOpening, git: WorkspaceGit): Promise<number> {
  const { host, definitions } = opening
  const prepared = await preparePublishing(host, git)
  if (prepared.kind === 'nothing') return say(opening, { git, why: prepared.why })
  const { publishing } = prepared
  const { known, standing } = publishing
  const sources = await readSources({ host, ...publishing, now: known.now })
  const ports = await openPorts(opening, { git, publishing, sources })
  const { run, ...handedOver } = await readLegs(opening, { publishing, sources })
  const gates: JudgedGate[] = []
  for (const definition of definitions) {
    const gate = await judgeWhole(definition, {
      known: run,
      trust: publishing.trust,
      attempt: publishing.origin.attempt,
      ...handedOver,
      sources,
      ports,
      earlier: gates,
    })
    if (gate !== null) gates.push(standing === 'own' ? gate : { ...gate, exitCode: 0 })
  }
  if (gates.length === 0 && standing === 'claimed') return say(opening, { git, why: NO_CLAIM })
  if (gates.length === 0) return refuse(opening, { git, problem: noEvidence(readPrefix(host)) })
  const step = stepOf(opening, { git: withDiffOf(git, handedOver.legs), publishing, sources, ports })
  return deliverStep({ ...step, run: runOfAll(run, gates) }, gates)
}

interface HandedOver {
  readonly run: RunContext
  readonly tested: RunContext
  readonly legs: readonly Leg[]
  readonly refused: readonly Problem[]
  readonly expectation: Expectation
}

async function readLegs(
  { host, definitions }: PublishOpening,
  { publishing, sources }: { readonly publishing: Publishing; readonly sources: ConfigSources },
): Promise<HandedOver> {
  const { api } = publishing
  const expected = readExpectedLegs(host)
  // What the legs say of themselves has been redacted where they ran.
  const redact = await redactorOf(sources)
  const origin = { ...publishing.origin, workflow: redact(publishing.origin.workflow) }
  const collected = await collectLegs({ run: origin.run, prefix: readPrefix(host), definitions, api })
  const { legs, refused } = believeLegs(collected.legs, origin)
  const [run, tested] = [redactTexts(publishing.known, redact), redactTexts(publishing.tested, redact)]
  const handedOver = { run, tested, legs, refused: [...collected.refused, ...refused] }
  if (expected !== null) return { ...handedOver, expectation: expected }
  const jobs = legs.length === 0 ? { ok: true as const, value: [] } : await attempt(() => api.listJobs(origin.run))
  if (jobs.ok) return { ...handedOver, expectation: { kind: 'jobs', jobs: jobs.value } }
  return { ...handedOver, refused: [...handedOver.refused, jobs.problem], expectation: { kind: 'count', count: 0 } }
}

interface Opened {
  readonly git: WorkspaceGit
  readonly publishing: Publishing
  readonly sources: ConfigSources
}

async function openPorts({ host, log }: PublishOpening, { git, publishing, sources }: Opened): Promise<Ports> {
  const { env, workspace } = host
  const { options } = publishing
  return {
    files: createWorkspaceFiles({ root: workspace, reach: 'workspace' }),
    git,
    exec: createExec({ cwd: workspace, env }),
    clock: systemClock,
    log,
    github: connectFor(publishing),
    history: await openHistory(sources, { workspace, env, token: options.token, traffic: options.traffic }),
  }
}

/** The head of a claimed run's pull request was just found by its sha, so it is not asked for again. */
function connectFor({ options, standing, known }: Publishing): GitHub {
  const github = createGitHub(options)
  return {
    ...github,
    pullRequestHead: async (number) =>
      standing === 'claimed' && known.headSha !== null ? known.headSha : github.pullRequestHead(number),
  }
}

/** A claim is shown where the pull request's readers look, and nowhere that GitHub or a branch rule takes for a result. */
const CLAIM_INPUTS: ReadonlyMap<string, string> = new Map([
  ['check-run', 'never'],
  ['annotations', 'false'],
])

const CLAIM_NOTE = "As reported by the pull request's own job, whose result is what gates."
const NO_CLAIM = 'The run of the pull request handed over no evidence.'

function stepOf(
  { host, log }: PublishOpening,
  { git, publishing, sources, ports }: Opened & { readonly ports: Ports },
) {
  const step: Omit<OpenedStep, 'run'> = { host, log, git, sources, ports, problems: [] }
  if (publishing.standing === 'own') return step
  return {
    ...step,
    host: { ...host, input: (name: string) => CLAIM_INPUTS.get(name) ?? host.input(name) },
    sources: { ...sources, notes: [CLAIM_NOTE, ...(sources.notes ?? [])] },
  }
}

/** Without a checkout nobody here can compare the tested tree with the head's, but the legs could. */
function withDiffOf(git: WorkspaceGit, legs: readonly Leg[]): WorkspaceGit {
  const known = agreedHeadDiff(legs.map(({ evidence }) => evidence))
  return git.absence === null || known === null ? git : { ...git, diff: () => Promise.resolve(known) }
}

/** The step's own name, with what the legs agree on. */
function runOfAll(known: RunContext, gates: readonly JudgedGate[]): RunContext {
  const run = gates.find(({ evidence }) => evidence !== null)?.evidence?.run ?? known
  return { ...run, key: known.key }
}

interface Unpublished {
  readonly git: WorkspaceGit
}

/** Nothing to publish, and nobody's fault. */
function say(opening: PublishOpening, { git, why }: Unpublished & { readonly why: string }): Promise<number> {
  opening.log.info(why)
  return deliverStep(bareStep(opening, { git, notes: [why] }), [])
}

async function refuse(
  opening: PublishOpening,
  { git, problem }: Unpublished & { readonly problem: Problem },
): Promise<number> {
  const gates = opening.definitions.map((definition) => unaskable(definition, [problem]))
  return deliverStep(bareStep(opening, { git, notes: [] }), gates)
}

function bareStep(
  { host, log }: PublishOpening,
  { git, notes }: Unpublished & { readonly notes: readonly string[] },
): OpenedStep {
  const { env, workspace } = host
  const files = createWorkspaceFiles({ root: workspace, reach: 'workspace' })
  const exec = createExec({ cwd: workspace, env })
  const ports: Ports = { files, git, exec, clock: systemClock, log, github: null, history: null }
  const sources: ConfigSources = { inputs: new Map(), file: null, notes }
  return { host, log, git, run: bareRun(env, 'publish'), sources, ports, problems: [] }
}

function noEvidence(prefix: string): Problem {
  return {
    kind: 'configuration',
    message: `No artifact of this run begins with ${prefix}, so there is no evidence to publish.`,
    path: null,
    line: null,
    remedy: 'Add the handover action behind the gate of each leg, and `needs:` with their jobs to this one.',
  }
}
