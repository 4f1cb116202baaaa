import { ConfigurationError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { createCheckRun, listCheckRuns, updateCheckRun } from './check-runs.js'
import { createComment, deleteComment, listComments, updateComment } from './comments.js'
import { findMergeBase } from './compare.js'
import { createConnector, type GitHubOptions } from './connection.js'
import { listIssues, openIssue, updateIssue } from './issues.js'
import { readPullRequestHead } from './pulls.js'
import { createTraffic } from './traffic.js'
import { readLogin } from './viewer.js'

/** @throws ConfigurationError when the repository is not `owner/name` */
export function createGitHub(options: GitHubOptions): GitHub {
  requireRepository(options.repository)
  const traffic = options.traffic ?? createTraffic()
  const client = createConnector({ ...options, traffic })
  return {
    mergeBase: async (base, head) => findMergeBase(await client(), { base, head }),
    login: async () => readLogin(await client()),
    pullRequestHead: async (number) => readPullRequestHead(await client(), number),
    listIssues: async (query) => listIssues(await client(), query),
    openIssue: async (issue) => openIssue(await client(), issue),
    updateIssue: async (number, update) => updateIssue(await client(), { number, update }),
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
