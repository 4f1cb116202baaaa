import { PlatformError } from '@testwarden/core/model/errors'
import type { ConfigEntry } from './environment.js'

/** The name by which our own repository knows the user's remote. */
export const REMOTE = 'testwarden'

export interface RemoteFacts {
  /** What the user's checkout says of `remote.origin.url`, `http.*` and the like. */
  readonly persisted: readonly ConfigEntry[]
  readonly token: string | null
  /** `https://github.com`, or the server of a GitHub Enterprise; null outside GitHub. */
  readonly serverUrl: string | null
  /** `owner/name`; null outside GitHub. */
  readonly repository: string | null
}

/**
 * Configuration for a fetch, passed by environment. The token goes to the job's own server and to nobody else, as a
 * header; two `Authorization` headers would be answered with 400, so an empty value resets what checkout left behind.
 * @throws PlatformError when no remote is known
 */
export function remoteConfig(facts: RemoteFacts): readonly ConfigEntry[] {
  const origin = facts.persisted.find(([name]) => name === 'remote.origin.url')?.[1] ?? null
  const own = facts.token === null ? null : authenticatedUrl(origin, facts)
  const others = facts.persisted.filter(([name]) => name !== 'remote.origin.url')
  if (own !== null && facts.token !== null)
    return [
      ...others.filter(([name]) => !name.toLowerCase().endsWith('.extraheader')),
      [`remote.${REMOTE}.url`, own],
      // The whole URL is the most specific key there is: no header kept under a shorter one survives the reset.
      [`http.${own}.extraheader`, ''],
      [`http.${own}.extraheader`, `AUTHORIZATION: basic ${basicCredentials(facts.token)}`],
      ['http.followRedirects', 'false'],
    ]
  const url = origin ?? serverUrlOf(facts)
  if (url === null) throw new PlatformError('the checkout has no remote to fetch from', { remedy: REMOTE_REMEDY })
  return [...others, [`remote.${REMOTE}.url`, url]]
}

const REMOTE_REMEDY =
  'add the remote `origin`; for commits that are missing, `fetch-depth: 0` in actions/checkout does as well'

/** Where the token may go; null when the user's remote is another server than the job's. */
function authenticatedUrl(origin: string | null, facts: RemoteFacts): string | null {
  const server = serverUrlOf(facts)
  if (server === null) return null
  if (origin === null) return server
  const parsed = parseUrl(origin)
  // ssh, long and short (git@host:owner/name): the token serves the same repository over https.
  if (parsed?.protocol === 'ssh:' || /^[^/:]+@[^/:]+:/.test(origin))
    return hostOf(origin) === new URL(server).hostname ? server : null
  if (parsed === null || parsed.origin !== new URL(server).origin || !/^https?:$/.test(parsed.protocol)) return null
  parsed.username = ''
  parsed.password = ''
  return parsed.href
}

function serverUrlOf({ serverUrl, repository }: RemoteFacts): string | null {
  if (serverUrl === null || repository === null || parseUrl(serverUrl) === null) return null
  return `${serverUrl.replace(/\/$/, '')}/${repository}`
}

function hostOf(origin: string): string | null {
  return parseUrl(origin)?.hostname ?? /@([^/:]+):/.exec(origin)?.[1] ?? null
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64')
}
