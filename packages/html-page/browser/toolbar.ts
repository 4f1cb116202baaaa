import { element } from './dom.js'
import type { TreeWish } from './tree-rows.js'

export type ToolbarWish = Pick<TreeWish, 'scope' | 'order' | 'search'>

const SCOPES: readonly (readonly [TreeWish['scope'], string])[] = [
  ['changed', 'new lines'],
  ['changed-gaps', 'untested new lines'],
  ['all', 'all files'],
  ['gaps', 'files with gaps'],
]
const ORDERS: readonly (readonly [TreeWish['order'], string])[] = [
  ['name', 'by name'],
  ['missed', 'most untested first'],
]

export interface Toolbar {
  readonly element: HTMLElement
  /** Puts another wish into the fields, such as when a link leads to a file that the filter hides. */
  set(wish: ToolbarWish): void
}

/** @param hasChange without one there are no new lines to ask for */
export function createToolbar(hasChange: boolean, onWish: (wish: ToolbarWish) => void): Toolbar {
  const search = element('input', { attributes: { type: 'search', autocomplete: 'off', spellcheck: 'false' } })
  const scope = select(SCOPES.filter(([value]) => hasChange || !value.startsWith('changed')))
  const order = select(ORDERS)
  const tell = () => onWish({ scope: chosenOf(scope, SCOPES), order: chosenOf(order, ORDERS), search: search.value })
  search.addEventListener('input', tell)
  scope.addEventListener('change', tell)
  order.addEventListener('change', tell)
  return {
    element: element('div', {
      class: 'toolbar',
      children: [labelled('Find a file', search), labelled('Show', scope), labelled('Order', order)],
    }),
    set(wish) {
      search.value = wish.search
      scope.value = wish.scope
      order.value = wish.order
    },
  }
}

function select(options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const children = options.map(([value, text]) => element('option', { text, attributes: { value } }))
  return element('select', { children })
}

function chosenOf<Value extends string>(
  field: HTMLSelectElement,
  options: readonly (readonly [Value, string])[],
): Value {
  const found = options.find(([value]) => value === field.value) ?? options[0]
  if (found === undefined) throw new TypeError('a field without options')
  return found[0]
}

function labelled(text: string, field: HTMLElement): Node {
  return element('label', { children: [element('span', { text }), field] })
}
