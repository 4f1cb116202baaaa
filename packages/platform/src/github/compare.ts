import type { GitHubClient } from './connection.js'

/**
 * The best common ancestor of a branch or commit and another, forks included.
 * @see https://docs.github.com/rest/commits/commits#compare-two-commits
 * @throws PlatformError
 */
export async function findMergeBase(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string> {
  const what = `find the merge base of ${base} and ${head}`
  const { data } = await ask({ kind: 'read', what }, () =>
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      // Only the merge base is wanted, and it is on every page.
      per_page: 1,
      request: requestOptions(),
    }),
  )
  return data.merge_base_commit.sha
}
