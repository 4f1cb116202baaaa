import { type Answer, type Call, ok } from './call.js'

/** One page of a list: `per_page` (30, at most 100) and `page`, with the `link` header that leads to the others. */
export function pageOf<Item>(call: Call, items: readonly Item[], present: (shown: readonly Item[]) => unknown): Answer {
  const size = Math.min(Math.max(number(call.query.per_page, 30), 1), 100)
  const page = Math.max(number(call.query.page, 1), 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const shown = items.slice((page - 1) * size, page * size)
  const link = linkHeader(call, page, last)
  return ok(present(shown), link === '' ? {} : { link })
}

function linkHeader(call: Call, page: number, last: number): string {
  const links: string[] = []
  if (page > 1) links.push(linkTo(call, 'prev', Math.min(page - 1, last)))
  if (page < last) links.push(linkTo(call, 'next', page + 1), linkTo(call, 'last', last))
  if (page > 1) links.push(linkTo(call, 'first', 1))
  return links.join(', ')
}

function linkTo(call: Call, relation: string, page: number): string {
  const url = new URL(call.target, call.baseUrl)
  url.searchParams.set('page', String(page))
  return `<${url.href}>; rel="${relation}"`
}

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}
