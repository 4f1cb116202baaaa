import { ConfigurationError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { createCallCounter } from './call-counter.js'
import { createCheckRun, listCheckRuns, updateCheckRun } from './check-runs.js'
import { createComment, deleteComment, listComments, updateComment } from './comments.js'
import { findMergeBase } from './compare.js'
import { connect, type GitHubClient, type GitHubOptions, type RepositoryName } from './connection.js'
import { openIssue, updateIssue } from './issues.js'
import { readPullRequestHead } from './pulls.js'
import { readLogin } from './viewer.js'

/** @throws ConfigurationError when the repository is not `owner/name` */
export function createGitHub(options: GitHubOptions): GitHub {
  const repository = splitRepository(options.repository)
  const calls = createCallCounter()
  let connected: Promise<GitHubClient> | null = null
  const client = (): Promise<GitHubClient> => {
    connected ??= connect(options, { repository, calls })
    return connected
  }
  return {
    mergeBase: async (base, head) => findMergeBase(await client(), { base, head }),
    login: async () => readLogin(await client()),
    pullRequestHead: async (number) => readPullRequestHead(await client(), number),
    openIssue: async (issue) => openIssue(await client(), issue),
    updateIssue: async (number, update) => updateIssue(await client(), { number, update }),
    listComments: async (issue) => listComments(await client(), issue),
    createComment: async (comment) => createComment(await client(), comment),
    updateComment: async (id, body) => updateComment(await client(), { id, body }),
    deleteComment: async (id) => deleteComment(await client(), id),
    listCheckRuns: async (headSha, name) => listCheckRuns(await client(), { headSha, name }),
    createCheckRun: async (run) => createCheckRun(await client(), run),
    updateCheckRun: async (update) => updateCheckRun(await client(), update),
    calls: () => calls.read(),
  }
}

function splitRepository(repository: string): RepositoryName {
  const [owner, repo, ...rest] = repository.split('/')
  if (owner && repo && rest.length === 0) return { owner, repo }
  throw new ConfigurationError(`${JSON.stringify(repository)} is no repository`, { remedy: 'write it as owner/name' })
}
