import { PlatformError } from '@testwarden/core/model/errors'

/** One request, ready to be sent. */
export interface Outgoing {
  readonly url: URL
  readonly method: 'POST' | 'PUT' | 'PATCH'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function jsonRequest(url: URL, body: unknown, headers: Outgoing['headers'] = {}): Outgoing {
  return {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * @param name what the address is called in a message: the variable or key that holds it, never the address itself
 * @throws PlatformError unless it is https; http only to this very machine
 */
export function parseAddress(address: string, name: string): URL {
  const refuse = (problem: string, remedy: string): PlatformError => new PlatformError(`${name} ${problem}`, { remedy })
  if (!URL.canParse(address)) throw refuse('is no address', 'write the whole address, from https:// on')
  const url = new URL(address)
  if (url.username !== '' || url.password !== '')
    throw refuse('has a name or a password in its address', 'put them into a header')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.has(url.hostname))) return url
  throw refuse('is no https address', 'nothing is sent unencrypted; write one that starts with https://')
}

/** @throws PlatformError when the value is none that a header can have */
export function headerValue(value: string, name: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value
  throw new PlatformError(`${name} has characters that no header can have`, { remedy: 'check how it was copied' })
}
