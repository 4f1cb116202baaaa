import path from 'node:path'
import type { ConfigSources } from '@testwarden/core/action/effective-config'
import type { BasePolicy, PolicySource } from '@testwarden/core/action/policy'
import { isChangeEvent } from '@testwarden/core/baseline/comparison'
import type { ConfigFile } from '@testwarden/core/config/layer'
import { ACCEPT_LABEL, ACCEPTS_PATH, weighAccepts } from '@testwarden/core/limits/accept'
import type { WrittenAccept } from '@testwarden/core/model/accept'
import { PlatformError, type Problem, toProblem } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Inline } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import type { Git } from '@testwarden/core/ports/git'
import { attempt } from './attempt.js'
import { MAX_ACCEPTS_BYTES, parseAccepts } from './read-accepts.js'
import { DEFAULT_CONFIG_PATH, MAX_CONFIG_BYTES, parseConfigFile } from './read-config-file.js'
import type { ChangeFacts } from './run-context/event-facts.js'

/** The tested tree's own say, and where the base's is to be looked for. */
export interface PolicyQuestion {
  readonly git: Git
  readonly run: RunContext
  readonly event: ChangeFacts
  readonly workspace: string
  /** The config path that the run named; null when it named none. */
  readonly config: string | null
  readonly accepts: readonly WrittenAccept[]
}

export type PolicyAnswer = Pick<ConfigSources, 'policy' | 'accepts' | 'notes'>

/** Whose limits count in a run, and which accepts. Where no change is judged: those of the tested tree. */
export async function readPolicy(question: PolicyQuestion): Promise<PolicyAnswer> {
  const { run, accepts, event } = question
  if (!isChangeEvent(run.event))
    return { accepts: weighAccepts({ base: null, tested: accepts, isLabelled: false, now: run.now }) }
  const found = await readBase(question)
  const isLabelled = event.labels.includes(ACCEPT_LABEL)
  return {
    policy: found.policy,
    accepts: weighAccepts({ base: found.accepts, tested: accepts, isLabelled, now: run.now }),
    notes: found.notes,
  }
}

interface FoundBase {
  readonly policy: PolicySource
  readonly accepts: readonly WrittenAccept[]
  readonly notes: readonly Inline[]
}

async function readBase(question: PolicyQuestion): Promise<FoundBase> {
  const { branch } = question.event
  const tip = await attempt(() => findTip(question))
  if (!tip.ok) return unreachable(branch, tip.problem)
  const read = await attempt(() => readPolicyAt({ ...question, sha: tip.value, branch }))
  if (read.ok) return read.value
  if (read.problem.kind === 'platform') return unreachable(branch, read.problem)
  return { policy: { kind: 'ill-formed', branch, sha: tip.value, problem: read.problem }, accepts: [], notes: [] }
}

function unreachable(branch: string | null, problem: Problem): FoundBase {
  return { policy: { kind: 'unreachable', branch, problem }, accepts: [], notes: [] }
}

/**
 * The newest commit of the base branch that can be had: what GitHub merged the change into, else what the event names
 * (which can be hours old), else what the branch is now.
 */
async function findTip({ git, run, event }: PolicyQuestion): Promise<string> {
  if (git.absence !== null) throw withoutGit()
  const merged = run.base.kind === 'commit' && MERGED.includes(run.base.origin) ? [run.base.sha] : []
  const failures: PlatformError[] = []
  for (const sha of [...merged, ...(event.baseSha === null ? [] : [event.baseSha])]) {
    const failure = await failureOf(() => git.ensureCommit(sha))
    if (failure === null) return sha
    failures.push(failure)
  }
  if (event.branch !== null) return git.fetchBranch(event.branch)
  throw failures[0] ?? new PlatformError('the event does not say what the change is to be merged into')
}

const MERGED: readonly string[] = ['first-parent', 'merge-group']

async function failureOf(act: () => Promise<void>): Promise<PlatformError | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof PlatformError) return error
    throw error
  }
}

function withoutGit(): PlatformError {
  return new PlatformError('there is no git checkout to read the base branch with', {
    remedy: 'run actions/checkout before this step, on an image that has git',
  })
}

interface PolicyPlace {
  readonly git: Git
  readonly run: Pick<RunContext, 'base'>
  readonly workspace: string
  readonly config: string | null
  readonly sha: string
  readonly branch: string | null
}

/** The policy as one commit has it. @throws ConfigurationError, PlatformError */
export async function readPolicyAt(place: PolicyPlace): Promise<FoundBase> {
  const { git, sha, branch, run } = place
  const prefix = await git.workspacePrefix()
  const named = namedPath(place)
  const fileAt = (commit: string, config: string) => readConfigAt(git, { sha: commit, config, prefix })
  const atNamed = await fileAt(sha, named)
  const file = atNamed ?? (named === DEFAULT_CONFIG_PATH ? null : await fileAt(sha, DEFAULT_CONFIG_PATH))
  const isBehind = run.base.kind === 'commit' && run.base.origin === 'merge-base' && run.base.sha !== sha
  const before = isBehind ? await attempt(() => fileAt(baseSha(run), named)) : null
  const policy: BasePolicy = {
    kind: 'base',
    branch,
    sha,
    file,
    before: before?.ok === true ? before.value : file,
    missing: atNamed === null && named !== DEFAULT_CONFIG_PATH ? named : null,
  }
  return { policy, ...(await readAcceptsAt(git, { sha, prefix, branch })) }
}

function baseSha({ base }: Pick<RunContext, 'base'>): string {
  return base.kind === 'commit' ? base.sha : ''
}

/** From the workspace, with `/`; the default path however it is spelled. */
function namedPath({ config, workspace }: Pick<PolicyPlace, 'config' | 'workspace'>): string {
  if (config === null) return DEFAULT_CONFIG_PATH
  return path.relative(workspace, path.resolve(workspace, config)).split(path.sep).join('/')
}

async function readConfigAt(
  git: Git,
  { sha, config, prefix }: { readonly sha: string; readonly config: string; readonly prefix: string },
): Promise<ConfigFile | null> {
  const source = await git.readFile(sha, prefix + config, MAX_CONFIG_BYTES)
  return source === null ? null : { ...(await parseConfigFile(config, source)), at: sha }
}

/** Accepts that nobody can read lower no limit. */
async function readAcceptsAt(
  git: Git,
  { sha, prefix, branch }: { readonly sha: string; readonly prefix: string; readonly branch: string | null },
): Promise<Pick<FoundBase, 'accepts' | 'notes'>> {
  const source = await git.readFile(sha, prefix + ACCEPTS_PATH, MAX_ACCEPTS_BYTES)
  if (source === null) return { accepts: [], notes: [] }
  try {
    return { accepts: await parseAccepts(source), notes: [] }
  } catch (error) {
    const problem = toProblem(error)
    if (problem === null) throw error
    const whose = branch === null ? 'the base branch' : branch
    return { accepts: [], notes: [richText(`The accepts of ${whose} do not count. ${problem.message}`)] }
  }
}
