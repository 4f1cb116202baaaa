import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHubClient } from '../github/connection.js'

export interface TextsQuestion {
  /** A full ref, for its tip, or a sha. */
  readonly revision: string
  readonly paths: readonly [first: string, second: string]
}

export interface CommitTexts {
  readonly sha: string
  /** In the order of the paths; null where the commit has no such file. */
  readonly texts: readonly [first: string | null, second: string | null]
}

/** One request for what would take REST three: the commit and two files of it. */
const QUERY = `query($owner: String!, $name: String!, $revision: String!, $first: String!, $second: String!) {
  repository(owner: $owner, name: $name) {
    commit: object(expression: $revision) { oid }
    first: object(expression: $first) { ... on Blob { text isTruncated } }
    second: object(expression: $second) { ... on Blob { text isTruncated } }
  }
}`

/**
 * Two files of one commit, without a checkout.
 * @see https://docs.github.com/graphql/reference/objects#repository
 * @throws PlatformError when there is no such commit, or a file is binary or longer than GitHub shows
 */
export async function readTexts(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { revision, paths }: TextsQuestion,
): Promise<CommitTexts> {
  const what = `read ${paths.join(' and ')} at ${revision}`
  const [first, second] = paths.map((path) => `${revision}:${path}`)
  const variables = { owner, name: repo, revision, first, second, request: requestOptions() }
  const answer = await ask({ kind: 'read', what }, () => octokit.graphql<unknown>(QUERY, variables).catch(refusalOf))
  if (answer instanceof Error) throw refused(what, answer)
  const repository = at(answer, 'repository')
  const sha = at(at(repository, 'commit'), 'oid')
  if (typeof sha !== 'string' || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
    throw new PlatformError(`cannot ${what}: GitHub knows no such commit`)
  return { sha, texts: [textOf(at(repository, 'first'), paths[0]), textOf(at(repository, 'second'), paths[1])] }
}

/** GraphQL answers 200 to a question that it refuses, and what is thrown would be asked again. */
function refusalOf(error: unknown): Error {
  if (error instanceof Error && error.name === 'GraphqlResponseError') return error
  throw error
}

function refused(what: string, cause: Error): PlatformError {
  const remedy = 'add `permissions: contents: read` to the job'
  return new PlatformError(`cannot ${what}: ${cause.message.slice(0, 300)}`, { cause, remedy })
}

function textOf(blob: unknown, path: string): string | null {
  if (blob === null || blob === undefined) return null
  const text = at(blob, 'text')
  if (typeof text === 'string' && at(blob, 'isTruncated') !== true) return text
  throw new PlatformError(`cannot read ${path}: it is no text file, or too long`, {
    remedy: 'make it a short text file',
  })
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
