import type { BrowserData, FileData } from '../src/coverage/page-data.js'
import { element, readData } from './dom.js'
import { createFileView } from './file-view.js'
import { type Place, readPlace } from './place.js'
import { createToolbar, type ToolbarWish } from './toolbar.js'
import { findFile, shareIn, type TreeWish } from './tree-rows.js'
import { createTreeView } from './tree-view.js'

const root = document.getElementById('browser')
const data = readData<BrowserData>('tree')
if (root !== null && data !== null) start(root, data)

/** Fills the page's browser: the tree, what filters it, and the file that the address names. */
function start(root: HTMLElement, { nodes, hasChange, first }: BrowserData): void {
  const toggled = new Set<string>()
  let wish: TreeWish = { scope: hasChange ? 'changed' : 'all', order: 'name', search: '', toggled }
  const status = element('p', { class: 'status', attributes: { role: 'status' } })
  const files = createFileView((hash) => history.replaceState(null, '', hash))
  const tree = createTreeView(nodes, {
    open: (path) => {
      location.hash = encodeURIComponent(path).replaceAll('%2F', '/')
    },
    toggle: (path) => {
      if (!toggled.delete(path)) toggled.add(path)
      tree.show(wish)
    },
  })
  const toolbar = createToolbar(hasChange, (wanted) => apply(wanted))

  const apply = (wanted: ToolbarWish) => {
    // What was opened or closed by hand was meant for the rows that were there.
    toggled.clear()
    wish = { ...wanted, toggled }
    const count = tree.show(wish)
    status.textContent = count === 1 ? '1 file' : `${count} files`
  }
  const openPlace = (place: Place) => {
    const node = findFile(nodes, place.path)
    if (node === null) return
    if (shareIn(wish, node) === null) {
      apply({ scope: 'all', order: wish.order, search: '' })
      toolbar.set(wish)
    }
    tree.mark(node.path)
    files.show(place, node.file === null ? null : readData<FileData>(`file-${node.file}`))
  }
  const follow = () => {
    const place = readPlace(location.hash)
    if (place !== null) openPlace(place)
  }

  const side = element('div', { class: 'side', children: [toolbar.element, status, tree.element] })
  root.append(side, files.element)
  root.hidden = false
  document.body.classList.add('alive')
  toolbar.set(wish)
  apply(wish)
  openPlace({ path: first, first: null, last: null })
  follow()
  addEventListener('hashchange', follow)
}
