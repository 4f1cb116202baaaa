import { addCounts, type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import { escapeTextNode } from '@testwarden/core/render/escape'
import { formatInteger, formatPercent } from '@testwarden/core/render/numbers'
import type { Share, TreeNode } from './page-data.js'

/** A file of the tree, with what is counted of it. */
export interface TreeFile {
  readonly path: string
  readonly lines: Count
  readonly patch: Count | null
  /** See {@link TreeNode.file}. */
  readonly number: number | null
}

interface Folder {
  readonly folders: Map<string, Folder>
  readonly files: { readonly name: string; readonly file: TreeFile }[]
}

/** What lies deeper is one name: no path of a report makes us, or a reader, climb further. */
const DEPTH_MAX = 40

/** Files by their folders, each folder with the sum of what lies in it. */
export function coverageTree(files: readonly TreeFile[]): readonly TreeNode[] {
  const root = newFolder()
  for (const file of files) place(root, file)
  return childrenOf(root).map(({ node }) => node)
}

export function shareOf(count: Count): Share {
  const { covered, total } = count
  return {
    covered,
    total,
    fraction: `${formatInteger(covered)}/${formatInteger(total)}`,
    percent: formatPercent({ numerator: covered, denominator: total }, null),
  }
}

function newFolder(): Folder {
  return { folders: new Map(), files: [] }
}

function place(root: Folder, file: TreeFile): void {
  const segments = file.path.split('/')
  const folders = segments.slice(0, Math.min(segments.length - 1, DEPTH_MAX))
  let folder = root
  for (const name of folders) {
    const next = folder.folders.get(name) ?? newFolder()
    folder.folders.set(name, next)
    folder = next
  }
  folder.files.push({ name: segments.slice(folders.length).join('/'), file })
}

interface Summed {
  readonly node: TreeNode
  readonly lines: Count
  readonly patch: Count | null
}

function childrenOf(folder: Folder): Summed[] {
  const folders = [...folder.folders].sort(([left], [right]) => (left < right ? -1 : 1))
  const files = [...folder.files].sort((left, right) => (left.name < right.name ? -1 : 1))
  return [
    ...folders.map(([name, inner]) => folderNode(name, inner)),
    ...files.map(({ name, file }) => fileNode(name, file)),
  ]
}

/** A folder that holds nothing but one folder is one row with it: `src/main/java`. */
function folderNode(name: string, folder: Folder): Summed {
  const [only] = folder.folders
  if (only !== undefined && folder.folders.size === 1 && folder.files.length === 0)
    return folderNode(`${name}/${only[0]}`, only[1])
  const children = childrenOf(folder)
  const lines = children.map((child) => child.lines).reduce(addCounts, NOTHING_COUNTED)
  const patches = children.map((child) => child.patch).filter((patch) => patch !== null)
  const patch = patches.length === 0 ? null : patches.reduce(addCounts, NOTHING_COUNTED)
  const inner = children.map(({ node }) => node)
  return summed({ name, children: inner, file: null }, { lines, patch })
}

function fileNode(name: string, { lines, patch, number }: TreeFile): Summed {
  return summed({ name, children: [], file: number }, { lines, patch })
}

function summed(
  { name, children, file }: Pick<TreeNode, 'name' | 'children' | 'file'>,
  { lines, patch }: Pick<Summed, 'lines' | 'patch'>,
): Summed {
  const node: TreeNode = {
    name: escapeTextNode(name),
    lines: shareOf(lines),
    patch: patch === null ? null : shareOf(patch),
    children,
    file,
  }
  return { node, lines, patch }
}
