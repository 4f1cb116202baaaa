import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http'
import type { Access } from '../../fake-github/permissions.js'
import type { Repository } from '../../fake-github/repository.js'
import type { FakeGitHub } from '../../fake-github/start-fake-github.js'
import { git } from '../../git-remote/git.js'

/** A server of repositories, as a job reaches it by GITHUB_SERVER_URL. */
export interface GitServer {
  /** Without a slash at its end. The API is at `/api/v3` and `/api/graphql` too, as on GitHub Enterprise Server. */
  readonly url: string
  /** What was allowed, in order. */
  readonly accesses: readonly GitAccess[]
  close(): Promise<void>
}

export interface GitAccess {
  /** Empty: nobody's. */
  readonly token: string
  readonly kind: Access
}

export interface Served {
  /** Holds bare repositories at `<owner>/<name>`. */
  readonly folder: string
  /** Whose tokens are valid, and which repositories are private. */
  readonly github: FakeGitHub
}

/** git's own HTTP backend behind GitHub's rules: who may read and write what its token's `contents` says. */
export async function serveGit(served: Served): Promise<GitServer> {
  const backend = `${git(served.folder, ['--exec-path'])}/git-http-backend`
  const accesses: GitAccess[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    if (url.startsWith('/api/')) forward(served.github, request, response)
    else answer({ ...served, backend, accesses }, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}`, accesses, close }
}

interface Serving extends Served {
  readonly backend: string
  readonly accesses: GitAccess[]
}

function answer(serving: Serving, request: IncomingMessage, response: ServerResponse): void {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const isWrite = path.endsWith('/git-receive-pack') || query.includes('service=git-receive-pack')
  const token = tokenOf(request.headers.authorization ?? '')
  const refusal = refuseGit(serving.github, { path, isWrite, token })
  if (refusal !== null) {
    const headers = refusal.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
    response.writeHead(refusal.status, headers).end(refusal.message)
    return
  }
  serving.accesses.push({ token, kind: isWrite ? 'write' : 'read' })
  runBackend({ ...serving, path, query, isWrite }, request, response)
}

interface Refusal {
  readonly status: 401 | 403 | 404
  readonly message: string
}

/** null: go on. GitHub does not tell a stranger whether a private repository exists. */
function refuseGit(
  github: FakeGitHub,
  asked: { readonly path: string; readonly isWrite: boolean; readonly token: string },
): Refusal | null {
  const repository = repositoryAt(github, asked.path)
  if (repository === null) return { status: 404, message: 'Repository not found.' }
  const isOpen = !repository.isPrivate && !asked.isWrite
  if (asked.token === '') return isOpen ? null : { status: 401, message: 'No anonymous access.' }
  const grant = github.tokens.get(asked.token)
  if (grant === undefined) return { status: 401, message: 'Bad credentials' }
  const { contents } = grant.permissions
  if (contents === 'write' || (!asked.isWrite && (isOpen || contents === 'read'))) return null
  return asked.isWrite
    ? { status: 403, message: 'Write access to repository not granted.' }
    : { status: 404, message: 'Repository not found.' }
}

function repositoryAt({ state }: FakeGitHub, path: string): Repository | null {
  const [, owner = '', name = ''] = path.split('/', 3)
  return state.repositories.get(`${owner}/${name.replace(/\.git$/, '')}`.toLowerCase()) ?? null
}

/** The password of `basic`, as a job's git sends it; empty where there is none. */
function tokenOf(authorization: string): string {
  const credentials = /^basic (\S+)$/i.exec(authorization)?.[1] ?? ''
  return Buffer.from(credentials, 'base64').toString().split(':')[1] ?? ''
}

interface BackendCall {
  readonly backend: string
  readonly folder: string
  readonly path: string
  readonly query: string
  readonly isWrite: boolean
}

/** One CGI call (RFC 3875). A user's name is what makes the backend accept a push. */
function runBackend(
  { backend, folder, ...call }: BackendCall,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const child = spawn(backend, {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: call.path,
      QUERY_STRING: call.query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      ...(call.isWrite ? { REMOTE_USER: 'x-access-token' } : {}),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdout.on('end', () => sendCgi(Buffer.concat(chunks), response))
}

function sendCgi(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n')
  for (const line of output.subarray(0, end).toString().split('\r\n')) {
    const [name = '', value = ''] = line.split(': ', 2)
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10)
    else if (name !== '') response.setHeader(name, value)
  }
  response.end(output.subarray(end + 4))
}

/** `/api/v3/…` is REST, `/api/graphql` the rest. */
function forward({ url }: FakeGitHub, request: IncomingMessage, response: ServerResponse): void {
  const target = (request.url ?? '').replace(/^\/api\/v3\//, '/').replace(/^\/api\/graphql/, '/graphql')
  const { method, headers } = request
  const onward = requestHttp(`${url}${target}`, { method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers)
    answered.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}
