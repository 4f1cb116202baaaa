import { openUserRepository, readRemoteConfig } from './user-repository.js'

/** A repository on a server. */
export interface RemoteRepository {
  readonly host: string
  /** `owner/name` */
  readonly repository: string
}

/** What the remote `origin` of the checkout leads to; null where there is none, or its URL says nothing. @throws PlatformError */
export async function readOrigin(workspace: string, env: NodeJS.ProcessEnv): Promise<RemoteRepository | null> {
  const entries = await readRemoteConfig(await openUserRepository(workspace, env))
  const url = entries.find(([name]) => name === 'remote.origin.url')?.[1]
  return url === undefined ? null : parseRemoteUrl(url)
}

/** `https://host/owner/name.git`, `ssh://git@host/owner/name`, `git@host:owner/name.git`; null for anything else. */
export function parseRemoteUrl(url: string): RemoteRepository | null {
  const short = /^[^/:@\s]+@([^/:\s]+):([^:]*)$/.exec(url)
  if (short !== null) return toRepository(short[1] ?? '', short[2] ?? '')
  if (!URL.canParse(url)) return null
  const { protocol, hostname, pathname } = new URL(url)
  return ['https:', 'http:', 'ssh:'].includes(protocol) ? toRepository(hostname, pathname) : null
}

function toRepository(host: string, path: string): RemoteRepository | null {
  const repository = path.replace(/^\/|\/$/g, '').replace(/\.git$/, '')
  return isRepositoryName(repository) ? { host: host.toLowerCase(), repository } : null
}

/** `owner/name` */
export function isRepositoryName(text: string): boolean {
  return /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text)
}
