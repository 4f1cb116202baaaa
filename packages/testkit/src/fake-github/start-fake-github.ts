import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, refuse } from './call.js'
import {
  type ClientBody,
  type ClientRequest,
  type Exchange,
  exchange,
  type Server,
  type Violation,
} from './exchange.js'
import { type FaultAnswer, Faults } from './faults.js'
import { publishedOperations } from './operations.js'
import type { TokenGrant } from './permissions.js'
import { readBlob } from './resources/artifacts.js'
import { createState, type GitHubState } from './state.js'

/** GitHub refuses larger requests too. */
const MAX_REQUEST_BYTES = 25 * 1024 * 1024

export interface FakeGitHubOptions {
  /** Token to what it may do. A token that is not among them is refused with 401. */
  readonly tokens?: Readonly<Record<string, TokenGrant>>
  readonly now?: () => Date
}

/** A GitHub that keeps state, over HTTP on 127.0.0.1. */
export interface FakeGitHub {
  /** For GITHUB_API_URL; without a slash at its end. */
  readonly url: string
  readonly state: GitHubState
  /** Tests may issue and revoke tokens while it runs. */
  readonly tokens: Map<string, TokenGrant>
  readonly requests: readonly RecordedRequest[]
  /** Must be empty at the end of every test: a client that breaks GitHub's description, or a mistake of the fake. */
  readonly violations: readonly Violation[]
  /** From the store of artifacts, which is another origin and must never see a token. */
  readonly downloads: readonly Download[]
  readonly faults: Faults
  close(): Promise<void>
}

export interface Download {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  /** `issues/create-comment`, `graphql`; null when a fault answered first, or there is no such operation. */
  readonly operation: string | null
  /** null: the connection was dropped. */
  readonly status: number | null
}

/** @throws Error when no port can be had */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const state = createState(options.now ?? (() => new Date()))
  const faults = new Faults()
  const requests: RecordedRequest[] = []
  const violations: Violation[] = []
  const tokens = new Map(Object.entries(options.tokens ?? {}))
  const operations = publishedOperations()
  const downloads: Download[] = []
  const blobs = createServer((message, response) => void serveBlob({ state, faults, downloads }, message, response))
  const blobUrl = await listen(blobs)
  const http = createServer((message, response) => {
    const server: Server = { operations, state, tokens, baseUrl: url, blobUrl }
    serve({ server, faults, requests, violations }, message, response).catch((error: unknown) => {
      violations.push(brokenFake(message, error))
      send(response, refuse(500, `The fake GitHub failed: ${String(error)}`), state)
    })
  })
  const url = await listen(http)
  const close = async () => {
    await closeServer(http)
    await closeServer(blobs)
  }
  return { url, state, tokens, requests, violations, downloads, faults, close }
}

/** @returns its address, without a slash at the end */
async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

interface BlobBooks {
  readonly state: GitHubState
  readonly faults: Faults
  readonly downloads: Download[]
}

async function serveBlob(
  { state, faults, downloads }: BlobBooks,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(message.url ?? '/', 'http://127.0.0.1')
  const fault = faults.take(message.method ?? '', pathname)
  downloads.push({ path: pathname, headers: flatHeaders(message) })
  if (fault?.kind === 'slow') await sleep(fault.delayMs)
  if (fault?.kind === 'drop') message.socket.destroy()
  else if (fault?.kind === 'status') response.writeHead(fault.status, faultHeaders(fault)).end()
  else sendZip(response, readBlob(state, pathname))
}

function sendZip(response: ServerResponse, zip: Buffer | null): void {
  if (zip === null) response.writeHead(404).end()
  else response.writeHead(200, { 'content-type': 'application/zip' }).end(zip)
}

function closeServer(http: ReturnType<typeof createServer>): Promise<void> {
  http.closeAllConnections()
  return new Promise((resolve, reject) => http.close((error) => (error === undefined ? resolve() : reject(error))))
}

interface Books {
  readonly server: Server
  readonly faults: Faults
  readonly requests: RecordedRequest[]
  readonly violations: Violation[]
}

async function serve(books: Books, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(message)
  const fault = books.faults.take(request.method, request.path)
  const { answer, operation } = await settle(books, request, fault)
  books.requests.push({
    method: request.method,
    path: request.path,
    query: request.query,
    body: request.body.kind === 'json' ? request.body.value : null,
    headers: flatHeaders(message),
    operation,
    status: answer?.status ?? null,
  })
  if (answer === null) message.socket.destroy()
  else send(response, answer, books.server.state)
}

interface Settled {
  /** null: no answer, the connection breaks. */
  readonly answer: Answer | null
  readonly operation: string | null
}

async function settle(books: Books, request: ClientRequest, fault: FaultAnswer | null): Promise<Settled> {
  if (fault?.kind === 'status') return { answer: faultStatus(fault), operation: null }
  if (fault?.kind === 'drop' && fault.moment === 'before-effect') return { answer: null, operation: null }
  if (fault?.kind === 'slow' && fault.moment !== 'after-effect') await sleep(fault.delayMs)
  const done = exchange(books.server, request)
  if (fault?.kind === 'slow' && fault.moment === 'after-effect') await sleep(fault.delayMs)
  books.violations.push(...done.violations)
  return { answer: fault?.kind === 'drop' ? null : done.answer, operation: operationName(done, request) }
}

function operationName({ operation }: Exchange, { path }: ClientRequest): string | null {
  return operation?.id ?? (path === '/graphql' ? 'graphql' : null)
}

type StatusFault = Extract<FaultAnswer, { kind: 'status' }>

function faultStatus(fault: StatusFault): Answer {
  return refuse(fault.status, fault.message ?? `Injected fault ${fault.status}`, faultHeaders(fault))
}

function faultHeaders({ retryAfterSeconds, headers }: StatusFault): Record<string, string> {
  return { ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }), ...headers }
}

async function readRequest(message: IncomingMessage): Promise<ClientRequest> {
  const target = message.url ?? '/'
  const url = new URL(target, 'http://127.0.0.1')
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    target,
    authorization: message.headers.authorization ?? null,
    body: await readBody(message),
  }
}

async function readBody(message: IncomingMessage): Promise<ClientBody> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message) {
    bytes += chunk.length
    if (bytes > MAX_REQUEST_BYTES) return { kind: 'malformed', message: `longer than ${MAX_REQUEST_BYTES} bytes` }
    chunks.push(chunk)
  }
  if (bytes === 0) return { kind: 'none' }
  try {
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch (error) {
    return { kind: 'malformed', message: error instanceof Error ? error.message : String(error) }
  }
}

function flatHeaders(message: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
}

function send(response: ServerResponse, answer: Answer, { rateLimit }: GitHubState): void {
  const headers = {
    'x-github-request-id': 'FAKE:1',
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': String(rateLimit.limit),
    'x-ratelimit-remaining': String(rateLimit.remaining),
    'x-ratelimit-reset': String(rateLimit.reset),
    'x-ratelimit-used': String(rateLimit.limit - rateLimit.remaining),
    'x-ratelimit-resource': 'core',
    ...answer.headers,
  }
  if (answer.body === undefined) response.writeHead(answer.status, headers).end()
  else
    response
      .writeHead(answer.status, { ...headers, 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(answer.body))
}

function brokenFake(message: IncomingMessage, error: unknown): Violation {
  const problems = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  return { kind: 'response', method: message.method ?? '', target: message.url ?? '', problems }
}
