import type { Comment } from '../../../../packages/testkit/src/fake-github/repository.js'
import { git } from '../../../../packages/testkit/src/git-remote/git.js'
import type { StepResult } from '../../../../packages/testkit/src/runner/action-run.js'
import type { Conclusion, FinishedRun, FinishedStep } from '../../../../packages/testkit/src/runner/workflow/results.js'
import type { World } from './world.js'

/** Name to result, as the page of a run lists its jobs. */
export function jobsOf(runs: readonly FinishedRun[]): Readonly<Record<string, Conclusion>> {
  return Object.fromEntries(runs.flatMap(({ jobs }) => jobs.map(({ name, conclusion }) => [name, conclusion])))
}

/** The only step of a job whose `uses:` or name holds a text. @throws Error when there is none, or none that ran */
export function stepOf(runs: readonly FinishedRun[], job: string, text: string): StepResult {
  const steps = runs.flatMap(({ jobs }) => jobs).find(({ name }) => name === job)?.steps ?? []
  const [found, ...others] = allOf(steps).filter(({ label }) => label.includes(text))
  if (found?.result && others.length === 0) return found.result
  throw new Error(`${job} ran not just one step ${text}: ${JSON.stringify(steps.map(({ label }) => label))}`)
}

function allOf(steps: readonly FinishedStep[]): readonly FinishedStep[] {
  return steps.flatMap((step) => [step, ...allOf(step.steps)])
}

export function logOf({ log }: StepResult): string {
  return log.join('\n')
}

/** Bodies of the comments on the pull request. */
export function commentsOf({ repository }: World): readonly string[] {
  return [...repository.comments.values()].map(({ body }: Comment) => body)
}

/** Name to conclusion, on the head of the pull request. */
export function checksOf({ repository, head }: World): Readonly<Record<string, string | null>> {
  const checks = [...repository.checkRuns.values()].filter(({ headSha }) => headSha === head)
  return Object.fromEntries(checks.map(({ name, conclusion }) => [name, conclusion]))
}

/** What was asked of the API that changes something. */
export function writesOf({ github }: World): readonly string[] {
  const writes = github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
  return writes.map(({ operation }) => String(operation))
}

/** Job, matrix and trust of every record on the history branch, sorted. */
export function historyOf({ remote }: World): readonly string[] {
  const branch = 'refs/heads/testwarden-history'
  if (remote.refSha(branch) === null) return []
  const paths = git(remote.folder, ['ls-tree', '-r', '--name-only', branch]).split('\n')
  const segments = paths.filter((path) => path.endsWith('.jsonl'))
  const lines = segments.flatMap((path) => git(remote.folder, ['show', `${branch}:${path}`]).split('\n'))
  return lines.map((line) => recordName(JSON.parse(line))).sort()
}

function recordName({
  key,
  trust,
}: {
  readonly key: Readonly<Record<string, string>>
  readonly trust: string
}): string {
  return `${key.job} ${key.matrix} ${trust}`
}

/** Tokens with which something was written through the API: each job has its own. */
export function tokensThatWrote({ github }: World): readonly string[] {
  const writes = github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
  return [...new Set(writes.map(({ headers }) => headers.authorization ?? ''))]
}
