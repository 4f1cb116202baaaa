import { type Access, needsOf } from '../../../../packages/testkit/src/fake-github/permissions.js'
import type { RecordedRequest } from '../../../../packages/testkit/src/fake-github/start-fake-github.js'
import type { FinishedRun } from '../../../../packages/testkit/src/runner/workflow/results.js'
import type { Workflow } from '../../../../packages/testkit/src/runner/workflow/workflow.js'
import type { World } from './world.js'

/** `CI / test: contents: read` for each line of a `permissions:` block. */
export function writtenPermissions(workflows: readonly Workflow[]): readonly string[] {
  const lines = workflows.flatMap(({ name, jobs }) =>
    jobs.flatMap(({ id, permissions }) =>
      Object.entries(permissions ?? {}).map(([permission, access]) => `${name} / ${id}: ${permission}: ${access}`),
    ),
  )
  return lines.sort()
}

/** The same of what the jobs' tokens were really used for: of the API and of git, where they were not refused. */
export function usedPermissions(world: World, runs: readonly FinishedRun[]): readonly string[] {
  const jobs = runs.flatMap(({ workflow, jobs }) => jobs.map((job) => ({ ...job, title: `${workflow} / ${job.id}` })))
  const used = new Map<string, Access>()
  for (const { title, token } of jobs) {
    for (const [permission, access] of token === null ? [] : usesOf(world, token)) {
      const line = `${title}: ${permission}`
      if (used.get(line) !== 'write') used.set(line, access)
    }
  }
  return [...used].map(([line, access]) => `${line}: ${access}`).sort()
}

type Use = readonly [permission: string, access: Access]

function usesOf({ github, server, repository }: World, token: string): readonly Use[] {
  const asked = github.requests.filter(({ headers }) => headers.authorization?.endsWith(` ${token}`))
  const answered = asked.filter(({ status }) => status !== null && status < 400)
  const fetched = server.accesses.filter((access) => access.token === token)
  const uses = answered.flatMap((request) => useOf(request, isOfIssue(request, repository)))
  return [...uses, ...fetched.map(({ kind }): Use => ['contents', kind])]
}

/** Of an issue that is no pull request, or of what only issues are given here: labels and people. */
function isOfIssue({ path }: RecordedRequest, { pulls }: World['repository']): boolean {
  const [, number] = /\/issues\/(\d+)(?:\/|$)/.exec(path) ?? []
  return number === undefined ? /\/(?:labels|assignees)(?:\/|$)/.test(path) : !pulls.has(Number(number))
}

/** Comments of a pull request can be had by two permissions: the one that allows less is meant. */
function useOf({ operation, body }: RecordedRequest, isIssue: boolean): readonly Use[] {
  if (operation === 'graphql') return JSON.stringify(body).includes('object(') ? [['contents', 'read']] : []
  const needs = operation === null ? [] : needsOf(operation)
  const meant = isIssue ? 'issues' : 'pull_requests'
  const [need] = needs.filter(([permission]) => permission === meant).concat(needs)
  return need === undefined || need[0] === 'metadata' ? [] : [[need[0].replaceAll('_', '-'), need[1]]]
}
