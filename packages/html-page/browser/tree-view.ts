import type { Share } from '../src/coverage/page-data.js'
import { element } from './dom.js'
import type { PlacedNode } from './placed-node.js'
import { type TreeRow, type TreeWish, treeRows } from './tree-rows.js'

export interface TreeView {
  readonly element: HTMLElement
  /** @returns how many files there are, those in closed folders included */
  show(wish: TreeWish): number
  /** Marks the file that is open beside the tree. @returns false when the filter hides it */
  mark(path: string): boolean
}

export interface TreeCalls {
  open(path: string): void
  /** Opens or closes a folder. */
  fold(path: string, isOpen: boolean): void
}

/** More rows than this are counted: a reader searches then. */
const ROWS_MAX = 1000

/** A tree by the pattern of WAI-ARIA: arrow keys walk, Enter opens, letters jump, one row is in the order of Tab. */
export function createTreeView(nodes: readonly PlacedNode[], calls: TreeCalls): TreeView {
  const list = element('div', { class: 'tree', attributes: { role: 'tree', 'aria-label': 'Files' } })
  const rest = element('p', { class: 'remark' })
  let rows: readonly TreeRow[] = []
  let current = ''
  let marked = ''

  const draw = () => {
    const shown = rows.slice(0, ROWS_MAX)
    if (!shown.some(({ node }) => node.path === current)) current = shown[0]?.node.path ?? ''
    const hadFocus = list.contains(document.activeElement)
    list.replaceChildren(...shown.map((row) => rowElement(row, { current, marked })))
    // A tree without rows is no tree to a screen reader.
    list.hidden = rows.length === 0
    rest.textContent = restText(rows.length)
    if (hadFocus) focusOn(current)
  }
  const focusOn = (path: string) => {
    current = path
    for (const row of list.children) {
      const isIt = row.getAttribute('data-path') === path
      row.setAttribute('tabindex', isIt ? '0' : '-1')
      if (isIt && row instanceof HTMLElement) row.focus()
    }
  }
  const press = ({ node, isOpen }: TreeRow) =>
    isOpen === null ? calls.open(node.path) : calls.fold(node.path, !isOpen)

  list.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[role=treeitem]') : null
    const found = rows.find(({ node }) => node.path === row?.getAttribute('data-path'))
    if (found === undefined) return
    focusOn(found.node.path)
    press(found)
  })
  list.addEventListener('keydown', (event) => {
    const move = moveOf(event, rows.slice(0, ROWS_MAX), current)
    if (move === null) return
    event.preventDefault()
    if (move.kind === 'focus') focusOn(move.row.node.path)
    else press(move.row)
  })
  return {
    element: element('div', { class: 'files', children: [list, rest] }),
    show(wish) {
      const found = treeRows(nodes, wish)
      rows = found.rows
      draw()
      return found.fileCount
    },
    mark(path) {
      marked = path
      const isShown = rows.some(({ node }) => node.path === path)
      if (isShown) current = path
      draw()
      return isShown
    },
  }
}

type Move = { readonly kind: 'focus' | 'press'; readonly row: TreeRow }

function moveOf(event: KeyboardEvent, rows: readonly TreeRow[], current: string): Move | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const at = rows.findIndex(({ node }) => node.path === current)
  const row = rows[at]
  if (row === undefined) return null
  if (event.key === 'Enter' || event.key === ' ') return { kind: 'press', row }
  if (event.key === 'ArrowRight' && row.isOpen === false) return { kind: 'press', row }
  if (event.key === 'ArrowLeft' && row.isOpen === true) return { kind: 'press', row }
  const target = targetOf(event.key, rows, at)
  return target === undefined ? null : { kind: 'focus', row: target }
}

function targetOf(key: string, rows: readonly TreeRow[], at: number): TreeRow | undefined {
  const level = rows[at]?.level ?? 1
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]
    case 'ArrowUp':
      return rows[at - 1]
    case 'ArrowRight':
      return (rows[at + 1]?.level ?? 0) > level ? rows[at + 1] : undefined
    case 'ArrowLeft':
      return rows.slice(0, at).findLast((row) => row.level < level)
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    default:
      return key.length === 1 ? nextByLetter(key.toLowerCase(), rows, at) : undefined
  }
}

function nextByLetter(letter: string, rows: readonly TreeRow[], at: number): TreeRow | undefined {
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find(({ node }) => node.name.toLowerCase().startsWith(letter))
}

function rowElement(row: TreeRow, { current, marked }: { readonly current: string; readonly marked: string }): Node {
  const { node, share, level, isOpen } = row
  const made = element('div', {
    class: `row ${isOpen === null ? 'file' : 'folder'}`,
    attributes: {
      role: 'treeitem',
      'data-path': node.path,
      'aria-level': String(level),
      'aria-setsize': String(row.siblings),
      'aria-posinset': String(row.position),
      tabindex: node.path === current ? '0' : '-1',
      ...(isOpen === null ? { 'aria-selected': String(node.path === marked) } : { 'aria-expanded': String(isOpen) }),
    },
    children: [
      element('span', { class: 'name', text: node.name }),
      bar(share),
      element('span', { class: 'count', text: share.fraction }),
      element('span', { class: 'unseen', text: share.total === 0 ? 'nothing to test' : 'lines tested' }),
      element('span', { class: 'percent', text: share.percent }),
    ],
  })
  made.style.setProperty('--level', String(level))
  return made
}

function bar({ covered, total }: Share): Node {
  const made = element('span', { class: total === 0 ? 'bar empty' : covered === total ? 'bar full' : 'bar' })
  made.style.setProperty('--share', total === 0 ? '0' : String(covered / total))
  return made
}

function restText(count: number): string {
  if (count === 0) return 'No file answers to this.'
  return count > ROWS_MAX ? `${count - ROWS_MAX} more rows: search, or close folders.` : ''
}
