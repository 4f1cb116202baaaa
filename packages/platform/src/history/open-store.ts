import { isAbsolute, relative, resolve, sep } from 'node:path'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import type { Traffic } from '../github/traffic.js'
import { historyRef } from './branch-ref.js'
import { createBranchStore } from './branch-store.js'
import { createDirStore, type DirStorePlace } from './dir-store.js'
import { openBranch } from './open-branch.js'

export interface OpenStoreContext {
  /** Absolute. Relative paths start here, and no history folder may lie outside. */
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  /** null: git uses what the checkout has kept. */
  readonly token: string | null
  /** What the requests of the run share, where a history is reached by GitHub's API. */
  readonly traffic?: Traffic
}

/** Where a setting says that the history is. */
export type HistoryLocation =
  | { readonly kind: 'dir'; readonly name: string; readonly place: DirStorePlace }
  | { readonly kind: 'git'; readonly name: string; readonly ref: string }

type LocationReader = (place: string, about: { readonly name: string; readonly workspace: string }) => HistoryLocation

/** Every kind of store that exists, by the word before the colon. */
const LOCATIONS: ReadonlyMap<string, LocationReader> = new Map([
  ['git', (place, { name }) => ({ kind: 'git', name, ref: historyRef(place) })],
  ['dir', readDirLocation],
])

/**
 * The store that a setting such as `git:testwarden-history` or `dir:.testwarden/history` names. Nothing is read or made
 * yet.
 * @throws ConfigurationError for an unknown kind, a missing path, a path outside the workspace and a wrong ref
 */
export function openStore(text: string, context: OpenStoreContext): HistoryStore {
  const location = locateHistory(text, context.workspace)
  if (location.kind === 'dir') return createDirStore(location.place)
  return createBranchStore({ name: location.name, branch: openBranch(location.ref, context) })
}

/** @throws ConfigurationError */
export function locateHistory(text: string, workspace: string): HistoryLocation {
  const name = text.trim()
  const colon = name.indexOf(':')
  const locate = colon < 0 ? undefined : LOCATIONS.get(name.slice(0, colon))
  if (locate === undefined)
    throw new ConfigurationError(`${JSON.stringify(name)} is no history store`, {
      remedy: `write one of these, followed by its place: ${[...LOCATIONS.keys()].map((kind) => `${kind}:`).join(', ')}`,
    })
  return locate(name.slice(colon + 1), { name, workspace })
}

function readDirLocation(
  place: string,
  { workspace, name }: { readonly workspace: string; readonly name: string },
): HistoryLocation {
  if (place === '') throw new ConfigurationError('the history store dir: names no folder', { remedy: DIR_REMEDY })
  const directory = resolve(workspace, place)
  const way = relative(workspace, directory)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new ConfigurationError(`the history store ${name} lies outside the workspace`, { remedy: DIR_REMEDY })
  if (way.split(sep).some((part) => part.toLowerCase() === '.git'))
    throw new ConfigurationError(`the history store ${name} lies inside git's own folder`, { remedy: DIR_REMEDY })
  return { kind: 'dir', name, place: { directory, name, boundary: workspace } }
}

const DIR_REMEDY = 'name a folder inside the workspace, such as dir:.testwarden/history'
