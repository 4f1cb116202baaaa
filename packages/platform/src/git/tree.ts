import { type ObjectReader, requireObject } from './object-reader.js'

/** A folder with a million files, each of a name of 60 bytes. */
const MAX_TREE_BYTES = 100 * 1024 * 1024

const LINK = '120000'
const FOLDER = '40000'

/** One entry of a commit's tree. */
export interface TreeEntry {
  /** As git writes it: `100644`, `100755`, `120000` (a link), `40000` (a folder), `160000` (a submodule). */
  readonly mode: string
  readonly id: string
  /** From the root. */
  readonly path: string
}

export interface TreePath {
  readonly sha: string
  readonly path: string
}

export function isLink({ mode }: TreeEntry): boolean {
  return mode === LINK
}

/** The entry at a path, or the first link on the way to it; null when the tree has neither. @throws PlatformError */
export async function findEntry(objects: ObjectReader, { sha, path }: TreePath): Promise<TreeEntry | null> {
  const names = path.split('/')
  let folder = `${sha}^{tree}`
  for (const [index, name] of names.entries()) {
    const content = await requireObject(objects, { name: folder, maxBytes: MAX_TREE_BYTES, what: `the tree of ${sha}` })
    const found = entryCalled(content, { name, idBytes: sha.length / 2 })
    if (found === null) return null
    const entry = { ...found, path: names.slice(0, index + 1).join('/') }
    if (index === names.length - 1 || isLink(entry)) return entry
    if (entry.mode !== FOLDER) return null
    folder = entry.id
  }
  return null
}

/** A raw tree is `<mode> <name>\0<id>` after each other, the id as bytes: gitformat-tree in git's documentation. */
function entryCalled(
  tree: Buffer,
  { name, idBytes }: { readonly name: string; readonly idBytes: number },
): Omit<TreeEntry, 'path'> | null {
  const wanted = Buffer.from(name)
  for (let start = 0; start < tree.length; ) {
    const space = tree.indexOf(0x20, start)
    const zero = tree.indexOf(0, space)
    if (space < 0 || zero < 0) return null
    const end = zero + 1 + idBytes
    if (tree.subarray(space + 1, zero).equals(wanted))
      return { mode: tree.toString('latin1', start, space), id: tree.toString('hex', zero + 1, end) }
    start = end
  }
  return null
}
