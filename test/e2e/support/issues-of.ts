import type { Comment, Issue, Repository } from '../../../packages/testkit/src/fake-github/repository.js'

/** Those that are no pull requests, oldest first. */
export function issuesOf({ issues, pulls }: Repository): readonly Issue[] {
  return [...issues.values()].filter(({ number }) => !pulls.has(number))
}

/** Oldest first. */
export function commentsOn({ comments }: Repository, issue: number): readonly Comment[] {
  return [...comments.values()].filter((comment) => comment.issue === issue)
}
