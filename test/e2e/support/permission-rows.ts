import { readFileSync } from 'node:fs'
import type { TokenGrant } from '../../../packages/testkit/src/fake-github/permissions.js'

const PAGE = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8')

/** The table below a heading of docs/permissions.md, as rows of cells. */
export function rowsBelow(heading: string): string[][] {
  const lines = PAGE.slice(PAGE.indexOf(heading)).split('\n').slice(1)
  const start = lines.findIndex((line) => line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** `{ contents: read, pull-requests: write }` as the token gets it; metadata can always be read. */
export function grantOf(cell: string): TokenGrant['permissions'] {
  const pairs = [...cell.matchAll(/([a-z-]+): (read|write)/g)].map(([, name = '', access]) => [
    name.replaceAll('-', '_'),
    access,
  ])
  return { metadata: 'read', ...Object.fromEntries(pairs) }
}
