import type { ExplainedCell } from '@testwarden/core/files/explain-test-file'

const CELLS_SHOWN_MAX = 400
const FEWEST_COLUMNS = 20
const LEGEND = '· passed   F failed   ± both'

/** One mark for each commit, oldest first, in lines that begin with the day of their first. */
export function storyLines(story: readonly ExplainedCell[], columns: number): readonly string[] {
  const shown = story.slice(-CELLS_SHOWN_MAX)
  const width = Math.max(FEWEST_COLUMNS, Math.min(100, columns) - '2026-01-31  '.length)
  const lines: string[] = []
  for (let at = 0; at < shown.length; at += width) {
    const marks = shown.slice(at, at + width).map(markOf)
    lines.push(`${shown[at]?.time.slice(0, 10)}  ${marks.join('')}`)
  }
  const hidden = story.length - shown.length
  return [...lines, hidden === 0 ? LEGEND : `${LEGEND}   (${hidden} earlier commits not shown)`]
}

function markOf({ failed, passed }: ExplainedCell): string {
  if (failed === 0) return '·'
  return passed === 0 ? 'F' : '±'
}
