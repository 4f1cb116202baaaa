import type { TreeNode } from '../src/coverage/page-data.js'

/** A node of the tree that knows where it is: `src/cart.ts`, and `src/` for a folder. */
export interface PlacedNode extends Omit<TreeNode, 'children'> {
  readonly path: string
  readonly children: readonly PlacedNode[]
}

export function placeNodes(nodes: readonly TreeNode[], above: string): PlacedNode[] {
  return nodes.map((node) => {
    const path = above + node.name
    if (node.children.length === 0) return { ...node, path, children: [] }
    return { ...node, path: `${path}/`, children: placeNodes(node.children, `${path}/`) }
  })
}
