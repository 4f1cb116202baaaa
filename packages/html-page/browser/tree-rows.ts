import type { Share } from '../src/coverage/page-data.js'
import type { PlacedNode } from './placed-node.js'

/** What the reader wants to see of the tree. */
export interface TreeWish {
  readonly scope: 'all' | 'gaps' | 'changed' | 'changed-gaps'
  readonly order: 'name' | 'missed'
  /** Part of a path; empty for all. */
  readonly search: string
  /** Folders that the reader, or a link, opened (true) or closed; the others are as usual. */
  readonly folders: ReadonlyMap<string, boolean>
}

/** One visible row, as ARIA's tree counts it. */
export interface TreeRow {
  readonly node: PlacedNode
  readonly share: Share
  /** 1 at the top. */
  readonly level: number
  /** 1-based, among the rows of the same folder. */
  readonly position: number
  readonly siblings: number
  /** null: a file. */
  readonly isOpen: boolean | null
}

/** A tree with more files starts closed; a search opens everything that it finds. */
const OPEN_AT_START = 60

/** The visible rows, and how many files there are with those in closed folders. */
export function treeRows(
  nodes: readonly PlacedNode[],
  wish: TreeWish,
): { readonly rows: readonly TreeRow[]; readonly fileCount: number } {
  const search = wish.search.trim().toLowerCase()
  const kept = keep(nodes, { ...wish, search })
  const fileCount = countFiles(kept)
  const rows: TreeRow[] = []
  listRows(kept, { wish, isUsuallyOpen: fileCount <= OPEN_AT_START || search !== '', level: 1, rows })
  return { rows, fileCount }
}

function countFiles(nodes: readonly PlacedNode[]): number {
  let count = 0
  for (const { children } of nodes) count += children.length === 0 ? 1 : countFiles(children)
  return count
}

/** The file of that path with the folders that lead to it. */
export interface FoundFile {
  readonly file: PlacedNode
  readonly folders: readonly string[]
}

export function findFile(nodes: readonly PlacedNode[], path: string): FoundFile | null {
  for (const node of nodes) {
    if (node.children.length === 0 && node.path === path) return { file: node, folders: [] }
    const found = path.startsWith(node.path) ? findFile(node.children, path) : null
    if (found !== null) return { file: found.file, folders: [node.path, ...found.folders] }
  }
  return null
}

function shareIn({ scope }: Pick<TreeWish, 'scope'>, node: PlacedNode): Share | null {
  return scope === 'changed' || scope === 'changed-gaps' ? node.patch : node.lines
}

/** Folders stay when anything below them does; their numbers stay those of the whole folder. */
function keep(nodes: readonly PlacedNode[], wish: TreeWish): readonly PlacedNode[] {
  const kept: PlacedNode[] = []
  for (const node of nodes) {
    if (node.children.length === 0) {
      if (isWanted(node, wish)) kept.push(node)
      continue
    }
    const children = keep(node.children, wish)
    if (children.length > 0) kept.push({ ...node, children })
  }
  return wish.order === 'name' ? kept : kept.sort((left, right) => missed(right, wish) - missed(left, wish))
}

function isWanted(node: PlacedNode, wish: TreeWish): boolean {
  const share = shareIn(wish, node)
  if (share === null) return false
  const hasGaps = share.covered < share.total
  if ((wish.scope === 'gaps' || wish.scope === 'changed-gaps') && !hasGaps) return false
  return wish.search === '' || node.path.toLowerCase().includes(wish.search)
}

function missed(node: PlacedNode, wish: TreeWish): number {
  const share = shareIn(wish, node)
  return share === null ? 0 : share.total - share.covered
}

interface Listing {
  readonly wish: TreeWish
  readonly isUsuallyOpen: boolean
  readonly level: number
  readonly rows: TreeRow[]
}

function listRows(nodes: readonly PlacedNode[], listing: Listing): void {
  const { wish, isUsuallyOpen, level, rows } = listing
  for (const [index, node] of nodes.entries()) {
    const isOpen = node.children.length === 0 ? null : (wish.folders.get(node.path) ?? isUsuallyOpen)
    const share = shareIn(wish, node) ?? node.lines
    rows.push({ node, share, level, position: index + 1, siblings: nodes.length, isOpen })
    if (isOpen === true) listRows(node.children, { ...listing, level: level + 1 })
  }
}
