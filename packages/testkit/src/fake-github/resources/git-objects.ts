import { createHash } from 'node:crypto'
import type { Repository } from '../repository.js'

/** A name in one tree. */
export interface NamedObject {
  readonly mode: string
  readonly type: 'blob' | 'tree'
  readonly sha: string
}

/** Content of a repository, by the ids that git itself would give. */
export interface GitObjects {
  readonly blobs: Map<string, Uint8Array>
  /** Id to name to object. */
  readonly trees: Map<string, ReadonlyMap<string, NamedObject>>
  /** Commit to tree; a commit that tests made without files has the empty one. */
  readonly treeOfCommit: Map<string, string>
}

export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

const KNOWN = new WeakMap<Repository, GitObjects>()

export function objectsOf(repository: Repository): GitObjects {
  const known = KNOWN.get(repository)
  if (known !== undefined) return known
  const objects = { blobs: new Map(), trees: new Map([[EMPTY_TREE, new Map()]]), treeOfCommit: new Map() }
  KNOWN.set(repository, objects)
  return objects
}

export function addBlob({ blobs }: GitObjects, content: Uint8Array): string {
  const sha = objectId('blob', content)
  blobs.set(sha, content)
  return sha
}

/** Full paths to objects, trees on the way included; null when there is no such tree. */
export function walkTree({ trees }: GitObjects, sha: string, prefix = ''): Map<string, NamedObject> | null {
  const names = trees.get(sha)
  if (names === undefined) return null
  const found = new Map<string, NamedObject>()
  for (const [name, object] of names) {
    found.set(`${prefix}${name}`, object)
    const below = object.type === 'tree' ? walkTree({ trees } as GitObjects, object.sha, `${prefix}${name}/`) : null
    for (const [path, inner] of below ?? []) found.set(path, inner)
  }
  return found
}

/** @param files full path to blob @returns id of the tree that holds them all */
export function addTree(objects: GitObjects, files: ReadonlyMap<string, NamedObject>): string {
  const names = new Map<string, NamedObject>()
  const below = new Map<string, Map<string, NamedObject>>()
  for (const [path, object] of files) {
    const slash = path.indexOf('/')
    if (slash < 0) names.set(path, object)
    else {
      const folder = path.slice(0, slash)
      below.set(folder, (below.get(folder) ?? new Map()).set(path.slice(slash + 1), object))
    }
  }
  for (const [folder, inner] of below) names.set(folder, { mode: '040000', type: 'tree', sha: addTree(objects, inner) })
  const sha = objectId('tree', encodeTree(names))
  objects.trees.set(sha, names)
  return sha
}

/** @see https://git-scm.com/docs/gitformat-index for modes; entries are sorted as if a tree's name ended with a slash */
function encodeTree(names: ReadonlyMap<string, NamedObject>): Uint8Array {
  const sortName = ([name, { type }]: [string, NamedObject]): string => (type === 'tree' ? `${name}/` : name)
  const sorted = [...names].sort((left, right) => (sortName(left) < sortName(right) ? -1 : 1))
  const parts = sorted.flatMap(([name, { mode, sha }]) => [
    Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
    Buffer.from(sha, 'hex'),
  ])
  return Buffer.concat(parts)
}

export function objectId(type: 'blob' | 'tree' | 'commit', content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
}
