import type { GitHubClient } from './connection.js'

/** The commit at the head of a pull request now. @see https://docs.github.com/rest/pulls/pulls#get-a-pull-request @throws PlatformError */
export async function readPullRequestHead(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  number: number,
): Promise<string> {
  const { data } = await ask({ kind: 'read', what: `read pull request #${number}` }, () =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number, request: requestOptions() }),
  )
  return data.head.sha
}
