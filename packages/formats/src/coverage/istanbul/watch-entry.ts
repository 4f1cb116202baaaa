import type { ReportWatch } from '../../report-watch.js'
import { FileWatch } from '../file-watch.js'
import type { FileEntry } from './file-entry.js'
import { spanText, UNKNOWN } from './span.js'

/**
 * Tells a witness of a file's statements by their ids, which its map and its counts have in common. Ids are met before it
 * is clear which file they are of, so all have the place of the file's entry.
 */
export function watchEntry({ path, statements, statementHits }: FileEntry, report: ReportWatch): void {
  const watch = new FileWatch(report, { path, module: null })
  watch.entry()
  const entry = report.place()
  const ids = [...statementHits.ids.names()]
  for (const [nth, index] of statements.ids.indexesOf(statementHits.ids).entries()) {
    const numbers = statements.numbers.slice(index * 4, index * 4 + 4)
    const [line = UNKNOWN, column = UNKNOWN, endLine = UNKNOWN, endColumn = UNKNOWN] = index === -1 ? [] : numbers
    if (line === UNKNOWN) continue
    const name = spanText({ line, column, endLine, endColumn })
    const hits = statementHits.hits[nth] ?? 0
    const text = `${entry.text}.s[${JSON.stringify(ids[nth] ?? '')}] = ${hits}`
    watch.statement({ first: line, last: Math.max(line, endLine) }, { name, hits, place: { line: entry.line, text } })
  }
}
