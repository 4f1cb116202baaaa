import { ConfigurationError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { askedOnce } from './asked-once.js'
import { addAssignees, mayBeAssigned } from './assignees.js'
import { createCheckRun, listCheckRuns, updateCheckRun } from './check-runs.js'
import { createComment, deleteComment, listComments, updateComment } from './comments.js'
import { listCommits } from './commits.js'
import { findMergeBase } from './compare.js'
import { createConnector, type GitHubOptions } from './connection.js'
import { listHeadJobs } from './head-jobs.js'
import { listIssues, openIssue, readIssue, updateIssue } from './issues.js'
import { addLabels, ensureLabel, removeLabel } from './labels.js'
import { readPermission } from './permission-level.js'
import { listOpenPulls, readPullRequestHead } from './pulls.js'
import { rerunJob } from './rerun-job.js'
import { readTimeline } from './timeline.js'
import { createTraffic } from './traffic.js'
import { readLogin } from './viewer.js'
import { listRuns } from './workflow-runs.js'
import { findWorkflow } from './workflows.js'

/** @throws ConfigurationError when the repository is not `owner/name` */
export function createGitHub(options: GitHubOptions): GitHub {
  requireRepository(options.repository)
  const traffic = options.traffic ?? createTraffic()
  const client = createConnector({ ...options, traffic })
  const login = askedOnce(async () => readLogin(await client()))
  const ensured = askedOnce(async (name) => ensureLabel(await client(), name))
  return {
    mergeBase: async (base, head) => findMergeBase(await client(), { base, head }),
    login: () => login(''),
    pullRequestHead: async (number) => readPullRequestHead(await client(), number),
    listOpenPulls: async () => listOpenPulls(await client()),
    listIssues: async (query) => listIssues(await client(), query),
    readIssue: async (number) => readIssue(await client(), number),
    openIssue: async (issue) => openIssue(await client(), issue),
    updateIssue: async (number, update) => updateIssue(await client(), { number, update }),
    readTimeline: async (issue) => readTimeline(await client(), issue),
    ensureLabel: ensured,
    addLabels: async (issue, names) => addLabels(await client(), { issue, names }),
    removeLabel: async (issue, name) => removeLabel(await client(), { issue, name }),
    mayBeAssigned: async (login) => mayBeAssigned(await client(), login),
    addAssignees: async (issue, logins) => addAssignees(await client(), { issue, logins }),
    permissionOf: async (login) => readPermission(await client(), login),
    findWorkflow: async (workflow) => findWorkflow(await client(), workflow),
    listRuns: async (query) => listRuns(await client(), query),
    listCommits: async (query) => listCommits(await client(), query),
    listHeadJobs: async (query) => listHeadJobs(await client(), query),
    rerunJob: async (jobId) => rerunJob(await client(), jobId),
    listComments: async (issue) => listComments(await client(), issue),
    createComment: async (comment) => createComment(await client(), comment),
    updateComment: async (id, body) => updateComment(await client(), { id, body }),
    deleteComment: async (id) => deleteComment(await client(), id),
    listCheckRuns: async (headSha, name) => listCheckRuns(await client(), { headSha, name }),
    createCheckRun: async (run) => createCheckRun(await client(), run),
    updateCheckRun: async (update) => updateCheckRun(await client(), update),
    calls: () => traffic.calls.read(),
  }
}

function requireRepository(repository: string): void {
  const [owner, repo, ...rest] = repository.split('/')
  if (owner && repo && rest.length === 0) return
  throw new ConfigurationError(`${JSON.stringify(repository)} is no repository`, { remedy: 'write it as owner/name' })
}
