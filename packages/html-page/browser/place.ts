/** A file, and lines of it where there are any: what the part of the address behind `#` says. */
export interface Place {
  readonly path: string
  readonly first: number | null
  readonly last: number | null
}

/** `#src/cart.ts:12-15`; null for none. */
export function readPlace(hash: string): Place | null {
  const text = decoded(hash.replace(/^#/, ''))
  if (text === '') return null
  const [, path = text, first, last] = /^(.*):(\d{1,9})(?:-(\d{1,9}))?$/s.exec(text) ?? []
  if (first === undefined) return { path, first: null, last: null }
  const from = Number(first)
  return { path, first: from, last: Math.max(from, Number(last ?? first)) }
}

export function writePlace({ path, first, last }: Place): string {
  const lines = first === null ? '' : last === null || last === first ? `:${first}` : `:${first}-${last}`
  return `#${encodeURIComponent(path).replaceAll('%2F', '/')}${lines}`
}

/** Whoever wrote the address by hand may have left a percent sign alone. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
