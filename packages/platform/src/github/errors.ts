import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'

/** What we read of a failed answer, whoever threw it. */
export interface FailedAnswer {
  /** null: no answer at all. */
  readonly status: number | null
  readonly message: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Nobody listens there, or there is no way to it. */
  readonly isUnreachable: boolean
}

export function readFailure(error: unknown): FailedAnswer {
  const message = messageOf(error)
  const status = property(error, 'status')
  const headers = property(property(error, 'response'), 'headers')
  // A connection that broke also has a status in octokit's errors, but no response.
  return {
    status: headers === undefined || typeof status !== 'number' ? null : status,
    message,
    headers: textHeaders(headers),
    isUnreachable: codesOf(error).some((code) => NO_WAY.has(code)),
  }
}

const NO_WAY: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'])
/** octokit wraps the error of fetch, which wraps that of the socket. */
const CAUSES_MAX = 4

function codesOf(error: unknown): unknown[] {
  const codes: unknown[] = []
  for (let cause = error; codes.length < CAUSES_MAX && cause !== undefined; cause = property(cause, 'cause'))
    codes.push(property(cause, 'code'))
  return codes
}

/**
 * @param what after "cannot": `open an issue`
 * @param wanted what to name where it is among the permissions that would do
 */
export function toPlatformError(what: string, error: unknown, wanted?: WantedPermission): PlatformError {
  if (error instanceof PlatformError) return error
  const failure = readFailure(error)
  const permission = missingPermission(failure, wanted)
  return new PlatformError(
    `cannot ${what}: GitHub answered ${failure.status ?? 'nothing'} (${firstLine(failure.message)})`,
    {
      cause: error,
      remedy: remedyFor(failure, permission),
      retryable: isTransient(failure) || isRateLimited(failure) || isRunning(failure),
      permission,
    },
  )
}

export function isRateLimited({ status, headers, message }: FailedAnswer): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)
}

/** A run whose jobs have not all ended cannot be run again yet: 403, and 409 where two ask at once. */
function isRunning({ status, message }: FailedAnswer): boolean {
  return (status === 403 || status === 409) && /already running/i.test(message)
}

/** The server's trouble or the network's, which may be gone the next time. */
export function isTransient({ status }: FailedAnswer): boolean {
  return status === null || status >= 500
}

/** What a feature needs in the end, such as writing, where the refused request alone would need only reading. */
export interface WantedPermission {
  /** In GitHub's spelling: `pull_requests`. */
  readonly name: string
  readonly level: 'read' | 'write'
}

/** Refusals that no permission would lift, though GitHub sends its header with them too. */
const OTHER_REFUSALS = /\blocked\b|app_id|single sign-on|SAML|already running|over a month ago/i

/**
 * The lines that are missing under `permissions:`. GitHub lists what an endpoint takes as `issues=write`, alternatives
 * apart by `;`, in a header (docs.github.com, "Permissions required for GitHub Apps"). A 404 never tells: a thing that is
 * gone looks the same.
 */
export function missingPermission(failure: FailedAnswer, wanted?: WantedPermission): string | null {
  if (failure.status !== 403 || isRateLimited(failure) || OTHER_REFUSALS.test(failure.message)) return null
  const header = (failure.headers['x-accepted-github-permissions'] ?? '').slice(0, 1000)
  const alternatives = header.split(';').map(readPermissions)
  if (wanted !== undefined && alternatives.flat().some(({ name }) => name === wanted.name)) return lineOf(wanted)
  const [sufficient = []] = alternatives
  return sufficient.length === 0 ? null : sufficient.map(lineOf).join(', ')
}

interface Permission {
  readonly name: string
  readonly level: string
}

/** `pull_requests=write,contents=read` */
function readPermissions(text: string): Permission[] {
  const matches = text.split(',').map((pair) => /^\s*([a-z_]{1,40})=(read|write|admin)\s*$/.exec(pair))
  return matches.filter((match) => match !== null).map(([, name = '', level = '']) => ({ name, level }))
}

/** As a workflow spells it. */
function lineOf({ name, level }: Permission): string {
  return `${name.replaceAll('_', '-')}: ${level}`
}

function remedyFor(failure: FailedAnswer, permission: string | null): string {
  if (permission !== null) return `add \`permissions: ${permission}\` to the job`
  if (isRateLimited(failure)) return 'run the job again when GitHub allows more requests'
  if (isTransient(failure)) return 'run the job again'
  if (isRunning(failure)) return 'wait until that run has ended; a later run of this action tries again'
  if (/over a month ago/i.test(failure.message)) return 'start a new run: GitHub runs nothing again after 30 days'
  if (failure.status === 401) return 'check the token that `github-token` is given'
  if (failure.status === 410 && /\bdeleted\b/i.test(failure.message))
    return 'somebody deleted it; the next run goes on without'
  if (failure.status === 410) return 'issues are switched off in the settings of this repository'
  if (failure.status === 403 || failure.status === 404)
    return 'check that the token may see this repository and write to it'
  return 'GitHub refused the content of the request: see its answer above'
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 300) ?? ''
}

function textHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {}
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
