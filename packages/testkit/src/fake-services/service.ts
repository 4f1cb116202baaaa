import { createServer, type IncomingMessage } from 'node:http'

/** One request as it came. */
export interface ServiceRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** What the text is as JSON; undefined where it is none. */
  readonly body: unknown
}

export interface Reply {
  readonly status: number
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What goes wrong instead of an answer. */
export type Fault = Reply | { readonly kind: 'drop' } | { readonly kind: 'hang' } | { readonly kind: 'lose-answer' }

/** A service on 127.0.0.1. */
export interface FakeService {
  /** Without a slash at its end. */
  readonly url: string
  readonly requests: readonly ServiceRequest[]
  /** Used up one by one, before the service itself answers. `lose-answer`: it takes the request, and nobody hears of it. */
  readonly faults: Fault[]
  close(): Promise<void>
}

/** @param answer may keep state; only what it took has happened */
export async function startService(answer: (request: ServiceRequest) => Reply): Promise<FakeService> {
  const requests: ServiceRequest[] = []
  const faults: Fault[] = []
  const server = createServer(async (message, response) => {
    const request = await readRequest(message)
    requests.push(request)
    const fault = faults.shift()
    if (fault !== undefined && 'kind' in fault) {
      if (fault.kind === 'lose-answer') answer(request)
      if (fault.kind !== 'hang') message.socket.destroy()
      return
    }
    const { status, text, headers = {} } = fault ?? answer(request)
    response.writeHead(status, headers).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, requests, faults, close }
}

async function readRequest(message: IncomingMessage): Promise<ServiceRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
  return { method: message.method ?? '', path: message.url ?? '', headers, text, body: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function json(status: number, body: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, text: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
}
