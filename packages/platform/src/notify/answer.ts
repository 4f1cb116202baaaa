/** What a service answered. */
export interface Answer {
  readonly status: number
  /** Its beginning: nobody needs more of it. */
  readonly text: string
  /** As the header says it; null without one. */
  readonly retryAfter: string | null
}

/** What an answer means for one notice. */
export type Judged =
  | { readonly kind: 'done' }
  /** The service's trouble, or too many requests: worth another try. */
  | { readonly kind: 'later'; readonly reason: string }
  /** The same again would be refused again: a person must do something. */
  | { readonly kind: 'refused'; readonly reason: string; readonly remedy: string }

export type Judge = (answer: Answer) => Judged

/** What the status alone tells. */
export function judgeStatus({ status, text }: Answer): Judged {
  const said = excerptOf(text)
  const reason = `it answered ${status}${said === '' ? '' : ` (${said})`}`
  if (status >= 200 && status < 300) return { kind: 'done' }
  if (status === 408 || status === 425 || status === 429 || status >= 500) return { kind: 'later', reason }
  return { kind: 'refused', reason, remedy: remedyFor(status) }
}

function remedyFor(status: number): string {
  if (status >= 300 && status < 400) return 'write the address that it moved to: a secret is not sent on to another one'
  if (status === 401 || status === 403) return 'check the secret: it may have expired or been revoked'
  if (status === 404 || status === 410) return 'check the address: it may have been deleted'
  return 'see what it says of the content'
}

/** The first line of what it said, short enough for a message. */
export function excerptOf(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').slice(0, 200).trim()
}

/** null where it is no JSON object. */
export function jsonOf({ text }: Answer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

/** Milliseconds of a Retry-After header, a number of seconds or a date (RFC 9110, 10.2.3); null: none that can be read. */
export function retryAfterMs({ retryAfter }: Answer, nowMs: number): number | null {
  if (retryAfter === null) return null
  if (/^\s*\d{1,9}(\.\d{1,6})?\s*$/.test(retryAfter)) return Math.ceil(Number(retryAfter) * 1000)
  const atMs = Date.parse(retryAfter)
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs)
}
