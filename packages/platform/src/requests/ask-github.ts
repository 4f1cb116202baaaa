import { PlatformError } from '@testwarden/core/model/errors'
import type {
  KnownPermission,
  ObservedCommits,
  ObservedJobs,
  ObservedPermissions,
  ObservedPulls,
  ObservedRuns,
  ObservedTimeline,
} from '@testwarden/core/model/github-observation'
import {
  type AskPermissions,
  HEADS_MAX,
  type ListCommits,
  type ListJobs,
  type ListRuns,
  LOGINS_MAX,
  type ReadTimeline,
} from '@testwarden/core/model/github-request'
import type { GitHub } from '@testwarden/core/ports/github'

/** @throws PlatformError */
export async function readTimeline({ issue }: ReadTimeline, github: GitHub | null): Promise<ObservedTimeline> {
  const connected = connectedGitHub(github, 'read an issue')
  const { items, isWhole } = await connected.readTimeline(issue)
  return { kind: 'timeline', issue, entries: items, writer: await connected.login(), isWhole }
}

/** Each login once, however it is written: GitHub does not tell large letters from small ones. @throws PlatformError */
export async function askPermissions({ logins }: AskPermissions, github: GitHub | null): Promise<ObservedPermissions> {
  const connected = connectedGitHub(github, 'ask who may do what')
  const known = new Map<string, KnownPermission>()
  for (const login of logins) {
    const name = login.toLowerCase()
    if (!known.has(name))
      known.set(name, known.size < LOGINS_MAX ? await connected.permissionOf(login) : unasked(login))
  }
  const permissions = [...new Set(logins)].flatMap((login) => {
    const found = known.get(login.toLowerCase())
    return found === undefined ? [] : [{ ...found, login }]
  })
  return { kind: 'permissions', permissions }
}

function unasked(login: string): KnownPermission {
  return { login, permission: 'none', doubt: `Nobody asked: one run asks about ${LOGINS_MAX} people.` }
}

/** @throws PlatformError */
export async function listRuns(
  { workflow: name, branch, event, since }: ListRuns,
  github: GitHub | null,
): Promise<ObservedRuns> {
  const connected = connectedGitHub(github, 'list runs')
  const workflow = await connected.findWorkflow(name)
  if (workflow === null) return { kind: 'runs', workflow, runs: [], isWhole: true }
  const { items, isWhole } = await connected.listRuns({ workflowId: workflow.id, branch, event, since })
  return { kind: 'runs', workflow, runs: items, isWhole }
}

/** @throws PlatformError */
export async function listPulls(github: GitHub | null): Promise<ObservedPulls> {
  const { items, isWhole } = await connectedGitHub(github, 'list pull requests').listOpenPulls()
  return { kind: 'pulls', pulls: items, isWhole }
}

/** @throws PlatformError */
export async function listJobs(
  { workflow: name, job, event, headShas }: ListJobs,
  github: GitHub | null,
): Promise<ObservedJobs> {
  const connected = connectedGitHub(github, 'list jobs')
  const workflow = await connected.findWorkflow(name)
  if (workflow === null) return { kind: 'jobs', jobs: [], isWhole: true }
  const asked = headShas.slice(0, HEADS_MAX)
  const jobs = await connected.listHeadJobs({ workflowId: workflow.id, job, event, headShas: asked })
  return { kind: 'jobs', jobs, isWhole: asked.length === headShas.length }
}

/** @throws PlatformError */
export async function listCommits({ base, head }: ListCommits, github: GitHub | null): Promise<ObservedCommits> {
  const { items, isWhole } = await connectedGitHub(github, 'list commits').listCommits({ base, head })
  return { kind: 'commits', commits: items, isWhole }
}

/** @throws PlatformError when there is no token */
export function connectedGitHub(github: GitHub | null, what: string): GitHub {
  if (github !== null) return github
  throw new PlatformError(`there is no token to ${what} with`, { remedy: 'pass `github-token`' })
}
