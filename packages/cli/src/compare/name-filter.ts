import { literal } from '@testwarden/core/command/regular-expression'
import type { NameFilter } from './fold-side.js'

/** Names that a text stands in; `*` in it is any text. */
export function nameFilter(text: string | undefined): NameFilter {
  if (text === undefined) return () => true
  const pattern = new RegExp(text.split('*').map(literal).join('.*'), 's')
  return (name) => pattern.test(name)
}
