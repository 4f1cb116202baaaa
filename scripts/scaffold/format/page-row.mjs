import { Refusal } from '../names.mjs'

/** Both tables have as many columns, the last of which tells how a report is written. */
const PAGES = new Map([
  ['benchmark', 'docs/formats-of-benchmarks.md'],
  ['test-run', 'docs/formats-of-tests.md'],
])
/** A row of its table of formats, whose second cell is the id. */
const ROW = /^\| [^|]+ \| `([\w-]+)` \|.*$/gm

/**
 * The page with a row for each format of a kind; null: there is none.
 * @param {import('./format-file.mjs').FormatNames['kind']} kind
 */
export function pageOf(kind) {
  return PAGES.get(kind) ?? null
}

/**
 * Puts a row for a new format among those of the others, in the order of their ids.
 * @param {string} page
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function addFormatRow(page, { id, kind, displayName }) {
  const rows = [...page.matchAll(ROW)]
  const before = rows.findLast((row) => row[1] < id) ?? rows[0]
  if (before === undefined) throw new Refusal(`${pageOf(kind)} has no table of formats to put ${id} into.`)
  const row = `| ${displayName} | \`${id}\` | fill in | fill in | fill in | fill in | fill in the command |`
  const at = before[1] < id ? before.index + before[0].length + 1 : before.index
  return `${page.slice(0, at)}${row}\n${page.slice(at)}`
}
