import type { TokenGrant } from './permissions.js'
import type { Repository } from './repository.js'
import type { GitHubState } from './state.js'

/** A request that is well-formed, allowed and within the limits. */
export interface Call {
  readonly state: GitHubState
  readonly repository: Repository
  /** Base of all links: the fake's own address. */
  readonly baseUrl: string
  /** Where the bytes of artifacts lie: another origin than {@link baseUrl}. */
  readonly blobUrl: string
  /** Path and query as they came, for links to other pages. */
  readonly target: string
  readonly path: Readonly<Record<string, string | number>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
  readonly caller: TokenGrant
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (call: Call) => Answer

export function ok(body: unknown, headers?: Readonly<Record<string, string>>): Answer {
  return headers === undefined ? { status: 200, body } : { status: 200, body, headers }
}

/** An error in GitHub's shape. */
export function refuse(status: number, message: string, headers?: Readonly<Record<string, string>>): Answer {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
  return headers === undefined ? { status, body } : { status, body, headers }
}

export const NOT_FOUND = refuse(404, 'Not Found')

/** 422 with one error, such as a body that is too long. */
export function invalid(error: Readonly<Record<string, string>>): Answer {
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [error],
      documentation_url: 'https://docs.github.com/rest',
      status: '422',
    },
  }
}
