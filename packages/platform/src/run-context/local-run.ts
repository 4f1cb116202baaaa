import { ConfigurationError } from '@testwarden/core/model/errors'
import type { Base, RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Clock } from '@testwarden/core/ports/clock'
import type { Git } from '@testwarden/core/ports/git'
import { describeMachine } from '../machine.js'
import { describeLocalKey } from './run-key.js'

export interface LocalFacts {
  readonly env: NodeJS.ProcessEnv
  readonly git: Git
  readonly clock: Clock
  /** What the developer named with `--base`; null when nothing. */
  readonly base: string | null
  readonly action: string
}

export interface LocalRun {
  readonly run: RunContext
  /** What the working tree is compared with, for people: `the merge base with origin/main`. Null when with nothing. */
  readonly comparedWith: string | null
}

/** What developers call the branch that their work goes to, in the order in which we ask git. */
const LIKELY_BASES: readonly string[] = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/**
 * A run on a developer's machine: the working tree as it lies there.
 * @throws ConfigurationError when the named base does not exist
 */
export async function describeLocalRun(facts: LocalFacts): Promise<LocalRun> {
  const { git } = facts
  if (git.absence !== null)
    return { run: localRun(facts, { base: withoutGit(git.absence), headSha: null }), comparedWith: null }
  const headSha = await git.resolve('HEAD')
  const { base, comparedWith } = facts.base === null ? await likelyBase(git, headSha) : await namedBase(git, facts.base)
  return { run: localRun(facts, { base, headSha }), comparedWith }
}

interface ChosenBase {
  readonly base: Base
  readonly comparedWith: string | null
}

async function namedBase(git: Git, name: string): Promise<ChosenBase> {
  const sha = await git.resolve(name)
  if (sha === null)
    throw new ConfigurationError(`git knows no commit or branch called ${JSON.stringify(name)}`, {
      remedy: 'name a branch, a tag or a commit of this clone; `git fetch` first if it is new',
    })
  return { base: { kind: 'commit', sha, origin: 'named' }, comparedWith: name }
}

async function likelyBase(git: Git, headSha: string | null): Promise<ChosenBase> {
  if (headSha === null)
    return { base: unknownBase('the repository has no commit yet', 'commit something first'), comparedWith: null }
  for (const name of LIKELY_BASES) {
    const tip = await git.resolve(name)
    const sha = tip === null ? null : await git.mergeBase(tip, headSha)
    if (sha !== null)
      return { base: { kind: 'commit', sha, origin: 'merge-base' }, comparedWith: `the merge base with ${name}` }
  }
  const base = unknownBase(
    `none of ${LIKELY_BASES.join(', ')} shares history with HEAD`,
    'name one with `--base <branch>`',
  )
  return { base, comparedWith: null }
}

function localRun(
  { env, clock, action }: LocalFacts,
  { base, headSha }: Pick<RunContext, 'base' | 'headSha'>,
): RunContext {
  return {
    key: describeLocalKey(action),
    event: 'local',
    repository: null,
    serverUrl: null,
    branch: null,
    pullRequest: null,
    testedSha: null,
    headSha,
    base,
    isBaseline: false,
    now: clock.now().toISOString(),
    machine: describeMachine(env),
  }
}

function withoutGit(absence: 'no-git' | 'no-repository'): Base {
  if (absence === 'no-git') return unknownBase('git is not installed', 'install git and put it on the PATH')
  return unknownBase('this folder is in no git repository', 'run the command inside your project')
}

function unknownBase(reason: string, remedy: string): Base {
  return { kind: 'unknown', reason: asSentence(reason), remedy: asSentence(remedy) }
}
