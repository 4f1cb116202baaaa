import type { ConfigSources } from '@testwarden/core/action/effective-config'
import type { Problem } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Exec } from '@testwarden/core/ports/exec'
import type { GitHub } from '@testwarden/core/ports/github'
import type { Log } from '@testwarden/core/ports/log'
import type { Ports } from '@testwarden/core/ports/ports'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import type { ActionHost } from './action-host.js'
import { type Attempt, attempt } from './attempt.js'
import { systemClock } from './clock.js'
import { createRefusingExec } from './exec/refusing-exec.js'
import { createExec } from './exec.js'
import { createWorkspaceFiles } from './files.js'
import type { ParseDiff } from './git/diff.js'
import { createGit, type WorkspaceGit } from './git.js'
import { createGitHub } from './github/client.js'
import { createTraffic, type Traffic } from './github/traffic.js'
import { openHistory } from './history/open-history.js'
import { readAcceptsFile } from './read-accepts.js'
import { DEFAULT_CONFIG_PATH, readConfigFile } from './read-config-file.js'
import { type PolicyAnswer, type PolicyQuestion, readPolicy } from './read-policy.js'
import { redactorOf } from './redaction.js'
import { bareRun } from './run-context/bare-run.js'
import { readChangeFacts } from './run-context/event-facts.js'
import { describeRun } from './run-context.js'
import { stepFilesFolder } from './step-files.js'
import type { Suite } from './suite.js'
import { checkSwitches, isDryRun } from './switches.js'

/** What a step works with, and what of it could not be had. */
export interface OpenedStep {
  readonly host: ActionHost
  readonly log: Log
  readonly git: WorkspaceGit
  readonly run: RunContext
  readonly sources: ConfigSources
  readonly ports: Ports
  readonly problems: readonly Problem[]
}

export interface StepOpening {
  readonly suite: Suite
  readonly parseDiff: ParseDiff
  readonly host: ActionHost
  readonly log: Log
}

/** Reads inputs, config and event. A step always opens: what fails becomes a problem that its page tells. */
export async function openStep({ suite, parseDiff, host, log }: StepOpening): Promise<OpenedStep> {
  const { env, workspace } = host
  const problems: Problem[] = []
  keep(await attempt(() => checkSwitches(host)), problems)
  const git = createGit({ workspace, env, token: host.input('github-token') || null, parseDiff, log })
  const stepFiles = stepFilesFolder(host.temporaryFolder)
  const files = createWorkspaceFiles({ root: workspace, reach: 'workspace', stepFiles })
  const file = keep(await attempt(() => readConfigFile(files, namedConfig(host))), problems)
  const accepts = keep(await attempt(() => readAcceptsFile(files)), problems) ?? []
  const tested: ConfigSources = { inputs: inputsOf(suite, host), file }
  const traffic = createTraffic()
  const github = keep(await attempt(() => connect(host, traffic)), problems)
  const described = keep(await attempt(() => describeStep({ suite, host, git, github })), problems)
  // Names of branches, workflows and matrix cells go into records too, whose keys must be the same when they are read.
  const run = redactTexts(described ?? bareRun(env, suite.id), await redactorOf(tested))
  const sources =
    described === null ? tested : { ...tested, ...(await policyOf({ host, git, run: described, accepts })) }
  const history = keep(
    await attempt(() => openHistory(sources, { workspace, env, token: host.input('github-token') || null, traffic })),
    problems,
  )
  const ports = { files, git, exec: execOf(host, git), clock: systemClock, log, github, history }
  return { host, log, git, run, sources, ports, problems }
}

/** What a command of the tested tree writes nobody can take back. */
function execOf(host: ActionHost, { clones }: WorkspaceGit): Exec {
  if (isDryRun(host)) return createRefusingExec('leave `dry-run` out to run it')
  return createExec({ cwd: host.workspace, env: host.env, clones })
}

async function policyOf({
  host,
  git,
  run,
  accepts,
}: Pick<PolicyQuestion, 'git' | 'run' | 'accepts'> & { readonly host: ActionHost }): Promise<PolicyAnswer> {
  const event = readChangeFacts(await host.eventPayload())
  return readPolicy({ git, run, event, accepts, workspace: host.workspace, config: namedConfig(host) })
}

function keep<Value>(tried: Attempt<Value>, problems: Problem[]): Value | null {
  if (tried.ok) return tried.value
  problems.push(tried.problem)
  return null
}

async function describeStep({
  suite,
  host,
  git,
  github,
}: {
  readonly suite: Suite
  readonly host: ActionHost
  readonly git: WorkspaceGit
  readonly github: GitHub | null
}): Promise<RunContext> {
  const eventPayload = await host.eventPayload()
  const matrix = host.input('matrix')
  return describeRun({ env: host.env, eventPayload, git, github, clock: systemClock, action: suite.id, matrix })
}

/** null: nobody named one, so a missing file is fine. */
function namedConfig(host: ActionHost): string | null {
  const path = host.input('config')
  return path === '' || path === DEFAULT_CONFIG_PATH ? null : path
}

function inputsOf({ settingInputs }: Suite, host: ActionHost): ReadonlyMap<string, string> {
  return new Map(settingInputs.map((name) => [name, host.input(name)]))
}

function connect(host: ActionHost, traffic: Traffic): GitHub | null {
  const token = host.input('github-token')
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = host.env
  return token === '' || !repository || !apiUrl ? null : createGitHub({ token, repository, apiUrl, traffic })
}
