import type { FakeGitHub } from '../../src/fake-github/start-fake-github.js'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests read JSON of many shapes
  readonly json: any
}

/** Sends one request as an API client does. */
export async function send(github: FakeGitHub, line: string, body?: unknown, token = 'writer'): Promise<Reply> {
  const [method = 'GET', target = '/'] = line.split(' ')
  const response = await fetch(`${github.url}${target}`, {
    method,
    headers: token === '' ? {} : { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
}
