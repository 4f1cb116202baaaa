import type { Listing } from '@testwarden/core/ports/github'

export const PER_PAGE = 100

/** One page of a list, as far as it is used. */
export interface ReadPage<Item> {
  readonly items: readonly Item[]
  readonly isLast: boolean
}

/** What the header `link` of an answer leads to. */
export interface PageLinks {
  readonly hasNext: boolean
  /** Number of the last page; null where GitHub does not tell, as on that page itself. */
  readonly last: number | null
}

/** Pages from the first one on, at most so many. */
export async function readPages<Item>(
  read: (page: number) => Promise<ReadPage<Item>>,
  pagesMax: number,
): Promise<Listing<Item>> {
  const items: Item[] = []
  for (let page = 1; page <= pagesMax; page++) {
    const { items: found, isLast } = await read(page)
    items.push(...found)
    if (isLast) return { items, isWhole: true }
  }
  return { items, isWhole: false }
}

/** @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function readLinks(header: string | undefined): PageLinks {
  const links = header ?? ''
  const last = /<[^<>]*[?&]page=(\d{1,6})[^<>]*>; rel="last"/.exec(links)?.[1]
  return { hasNext: links.includes('rel="next"'), last: last === undefined ? null : Number(last) }
}
