import type { BrowserData, FileData } from '../src/coverage/page-data.js'
import { element, readData } from './dom.js'
import { createFileView } from './file-view.js'
import { type Place, readPlace, writePlace } from './place.js'
import { placeNodes } from './placed-node.js'
import { createToolbar, type ToolbarWish } from './toolbar.js'
import { type FoundFile, findFile, type TreeWish } from './tree-rows.js'
import { createTreeView } from './tree-view.js'

const root = document.getElementById('browser')
const data = readData<BrowserData>('tree')
if (root !== null && data !== null) start(root, data)

/** Fills the page's browser: the tree, what filters it, and the file that the address names. */
function start(root: HTMLElement, { nodes: tops, hasChange, first }: BrowserData): void {
  const nodes = placeNodes(tops, '')
  const folders = new Map<string, boolean>()
  let wish: TreeWish = { scope: hasChange ? 'changed' : 'all', order: 'name', search: '', folders }
  const status = element('p', { class: 'status', attributes: { role: 'status' } })
  const files = createFileView((hash) => history.replaceState(null, '', hash))
  const tree = createTreeView(nodes, {
    open: (path) => {
      location.hash = writePlace({ path, first: null, last: null })
    },
    fold: (path, isOpen) => {
      folders.set(path, isOpen)
      tree.show(wish)
    },
  })
  const toolbar = createToolbar(hasChange, (wanted) => apply(wanted))

  const apply = (wanted: ToolbarWish) => {
    // What was opened or closed by hand was meant for the rows that were there.
    folders.clear()
    wish = { ...wanted, folders }
    const count = tree.show(wish)
    status.textContent = count === 1 ? '1 file' : `${count} files`
  }
  const reveal = (found: FoundFile): boolean => {
    for (const folder of found.folders) folders.set(folder, true)
    tree.show(wish)
    return tree.mark(found.file.path)
  }
  const openPlace = (place: Place) => {
    const found = findFile(nodes, place.path)
    if (found === null) return
    if (!reveal(found)) {
      apply({ scope: 'all', order: wish.order, search: '' })
      toolbar.set(wish)
      reveal(found)
    }
    files.show(place, found.file.file === null ? null : readData<FileData>(`file-${found.file.file}`))
  }
  const openFirst = () => openPlace({ path: first, first: null, last: null })
  const follow = () => {
    const place = readPlace(location.hash)
    if (place === null) openFirst()
    else openPlace(place)
  }

  const side = element('div', { class: 'side', children: [toolbar.element, status, tree.element] })
  root.append(side, files.element)
  root.hidden = false
  document.body.classList.add('alive')
  toolbar.set(wish)
  apply(wish)
  // Also where the address names something else than a file.
  openFirst()
  follow()
  addEventListener('hashchange', follow)
}
