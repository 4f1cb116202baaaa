import { isAbsolute, relative, resolve, sep } from 'node:path'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { HistoryStore } from '@testwarden/core/ports/history-store'
import { createDirStore } from './dir-store.js'

export interface OpenStoreContext {
  /** Absolute. Relative paths start here, and no history folder may lie outside. */
  readonly workspace: string
}

type StoreOpener = (place: string, context: OpenStoreContext & { readonly name: string }) => HistoryStore

/** Every kind of store that exists, by the word before the colon. */
const STORES: ReadonlyMap<string, StoreOpener> = new Map([['dir', openDirStore]])

/**
 * The store that a setting such as `dir:.testwarden/history` names. Nothing is read or made yet.
 * @throws ConfigurationError for an unknown kind, a missing path and a path outside the workspace
 */
export function openStore(text: string, context: OpenStoreContext): HistoryStore {
  const name = text.trim()
  const colon = name.indexOf(':')
  const open = colon < 0 ? undefined : STORES.get(name.slice(0, colon))
  if (open === undefined)
    throw new ConfigurationError(`${JSON.stringify(name)} is no history store`, {
      remedy: `write one of these, followed by its place: ${[...STORES.keys()].map((kind) => `${kind}:`).join(', ')}`,
    })
  return open(name.slice(colon + 1), { ...context, name })
}

function openDirStore(place: string, { workspace, name }: Parameters<StoreOpener>[1]): HistoryStore {
  if (place === '') throw new ConfigurationError('the history store dir: names no folder', { remedy: DIR_REMEDY })
  const directory = resolve(workspace, place)
  const way = relative(workspace, directory)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new ConfigurationError(`the history store ${name} lies outside the workspace`, { remedy: DIR_REMEDY })
  return createDirStore({ directory, name, boundary: workspace })
}

const DIR_REMEDY = 'name a folder inside the workspace, such as dir:.testwarden/history'
