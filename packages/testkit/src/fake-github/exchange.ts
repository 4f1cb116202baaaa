import { type Answer, type Call, NOT_FOUND, ok, refuse } from './call.js'
import { HANDLERS } from './handlers.js'
import { refuseOverLimit } from './limits.js'
import type { Operation, Operations } from './operations.js'
import { ANONYMOUS, askAccess, type TokenGrant } from './permissions.js'
import type { Repository } from './repository.js'
import { answerObjects } from './resources/objects.js'
import { presentRateLimit } from './resources/rate-limit.js'
import { answerViewer } from './resources/viewer.js'
import type { GitHubState } from './state.js'

/** What a client sent, read but not judged. */
export interface ClientRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  /** Path and query as they came. */
  readonly target: string
  readonly authorization: string | null
  readonly body: ClientBody
}

export type ClientBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly message: string }

export interface Server {
  readonly operations: Operations
  readonly state: GitHubState
  readonly tokens: ReadonlyMap<string, TokenGrant>
  readonly baseUrl: string
  /** Where artifacts are downloaded from. */
  readonly blobUrl: string
}

export interface Exchange {
  readonly answer: Answer
  /** null: the description has no such operation. */
  readonly operation: Operation | null
  readonly violations: readonly Violation[]
}

/** `request`: the client broke the description. `response`: the fake itself did. */
export interface Violation {
  readonly kind: 'request' | 'response'
  readonly method: string
  readonly target: string
  readonly problems: readonly string[]
}

/** One request from the token to the answer. A request that breaks the description changes nothing. */
export function exchange(server: Server, request: ClientRequest): Exchange {
  if (request.method === 'POST' && request.path === '/graphql') return exchangeGraphql(server, request)
  const route = server.operations.find(request.method, request.path)
  if (route === null) return broken(request, null, ['the description has no such operation'])
  const { operation } = route
  const path: Record<string, string | number> = { ...route.pathValues }
  const query = { ...request.query }
  const problems = [
    ...server.operations.checkParameters(operation, 'path', path),
    ...server.operations.checkParameters(operation, 'query', query),
  ]
  const overLimit = refuseOverLimit(operation.id, bodyOf(request))
  if (overLimit === null) problems.push(...checkBody(server, operation, request))
  if (problems.length > 0) return broken(request, operation, problems)
  const answer = answerTo({ server, request, operation, path, query, overLimit })
  return { answer, operation, violations: checkAnswer(server, request, { operation, answer }) }
}

/** Beside the published description, which is REST's. */
function exchangeGraphql(server: Server, request: ClientRequest): Exchange {
  const caller = callerOf(server, request)
  if (caller === null || caller === ANONYMOUS)
    return { answer: refuse(401, 'Bad credentials'), operation: null, violations: [] }
  const body = bodyOf(request)
  const answer = answerViewer(Object(body ?? {}).query, caller) ?? answerObjects({ state: server.state, caller, body })
  if (answer === null) return broken(request, null, ['the fake answers no such GraphQL query'])
  return { answer, operation: null, violations: [] }
}

interface WellFormed {
  readonly server: Server
  readonly request: ClientRequest
  readonly operation: Operation
  readonly path: Readonly<Record<string, string | number>>
  readonly query: Readonly<Record<string, unknown>>
  readonly overLimit: Answer | null
}

function answerTo({ server, request, operation, path, query, overLimit }: WellFormed): Answer {
  const caller = callerOf(server, request)
  if (caller === null) return refuse(401, 'Bad credentials')
  const limited = chargeRateLimit(server.state, operation)
  if (limited !== null) return limited
  if (operation.id === 'rate-limit/get') return ok(presentRateLimit(server.state.rateLimit))
  const repository = server.state.repositories.get(`${path.owner}/${path.repo}`.toLowerCase())
  if (repository === undefined) return NOT_FOUND
  const refused = refuseAccess({ operation, repository, caller, path })
  if (refused !== null) return refused
  if (overLimit !== null) return overLimit
  const handle = HANDLERS.get(operation.id)
  if (handle === undefined) return refuse(501, `The fake GitHub does not simulate ${operation.id} yet`)
  const { state, baseUrl, blobUrl } = server
  const body = Object(bodyOf(request) ?? {})
  const call: Call = { state, repository, baseUrl, blobUrl, target: request.target, path, query, body, caller }
  return handle(call)
}

/** null: a token that nobody issued. */
function callerOf(server: Server, { authorization }: ClientRequest): TokenGrant | null {
  if (authorization === null) return ANONYMOUS
  const token = /^(?:token|bearer) (\S+)$/i.exec(authorization)?.[1]
  return (token === undefined ? undefined : server.tokens.get(token)) ?? null
}

function chargeRateLimit(state: GitHubState, operation: Operation): Answer | null {
  if (operation.id === 'rate-limit/get') return null
  if (state.rateLimit.remaining === 0) return refuse(403, 'API rate limit exceeded for installation.')
  state.rateLimit.remaining--
  return null
}

interface Asked {
  readonly operation: Operation
  readonly repository: Repository
  readonly caller: TokenGrant
  readonly path: Readonly<Record<string, string | number>>
}

function refuseAccess({ operation, repository, caller, path }: Asked): Answer | null {
  const issue = Number(path.issue_number ?? repository.comments.get(Number(path.comment_id))?.issue)
  const isPullRequest = repository.pulls.has(issue)
  const access = askAccess({ operationId: operation.id, repository, grant: caller, isPullRequest })
  if (access.kind === 'granted') return null
  if (access.kind === 'hidden') return NOT_FOUND
  if (access.kind === 'anonymous') return refuse(401, 'Requires authentication')
  return refuse(403, 'Resource not accessible by integration', { 'x-accepted-github-permissions': access.accepted })
}

function checkBody(server: Server, operation: Operation, request: ClientRequest): readonly string[] {
  if (request.body.kind === 'malformed') return [`body is no JSON: ${request.body.message}`]
  return server.operations.checkBody(operation, bodyOf(request))
}

function bodyOf({ body }: ClientRequest): unknown {
  return body.kind === 'json' ? body.value : undefined
}

function broken(request: ClientRequest, operation: Operation | null, problems: readonly string[]): Exchange {
  const { method, target } = request
  const answer = refuse(400, `The request breaks GitHub's description: ${problems.join('; ')}`)
  return { answer, operation, violations: [{ kind: 'request', method, target, problems }] }
}

function checkAnswer(
  server: Server,
  { method, target }: ClientRequest,
  { operation, answer }: { readonly operation: Operation; readonly answer: Answer },
): readonly Violation[] {
  const problems = server.operations.checkResponse(operation, answer.status, answer.body)
  return problems.length === 0 ? [] : [{ kind: 'response', method, target, problems }]
}
