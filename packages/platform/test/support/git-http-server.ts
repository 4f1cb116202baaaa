import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GIT_ENV, run } from './git-project.js'

export interface GitHttpServer {
  readonly url: string
  /** All `Authorization` headers of each request, in order. */
  readonly authorizations: readonly (readonly string[])[]
  /** Paths with their queries. */
  readonly paths: readonly string[]
  close(): void
}

/** git's own smart HTTP backend over a folder of repositories, which refuses everybody but one. */
export async function serveGit(folder: string, authorization: string): Promise<GitHttpServer> {
  const authorizations: string[][] = []
  const paths: string[] = []
  const backend = `${run(folder, '--exec-path')}/git-http-backend`
  const server = createServer((request, response) => {
    const given = headersNamed(request, 'authorization')
    authorizations.push(given)
    paths.push(request.url ?? '')
    // As GitHub answers: two are an error, another one is refused.
    if (given.length > 1) return void response.writeHead(400).end('Duplicate header: "Authorization"')
    if (given[0] !== authorization) return void response.writeHead(401, { 'www-authenticate': 'Basic' }).end()
    answer({ backend, folder, request, response })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, authorizations, paths, close: () => server.close() }
}

function headersNamed(request: IncomingMessage, name: string): string[] {
  return request.rawHeaders.filter(
    (_value, index) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === name,
  )
}

interface Exchange {
  readonly backend: string
  readonly folder: string
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** One CGI call (RFC 3875). */
function answer({ backend, folder, request, response }: Exchange): void {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const env = {
    ...GIT_ENV,
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    QUERY_STRING: query,
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
  }
  const child = spawn(backend, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdout.on('end', () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf('\r\n\r\n')
    for (const line of output.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(': ', 2)
      if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.end(output.subarray(end + 4))
  })
}
