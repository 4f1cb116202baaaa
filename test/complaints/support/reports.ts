/** Path to the hits of its lines, from line 1 on; null is a line that cannot run. */
export type Hits = Readonly<Record<string, readonly (number | null)[]>>

export function lcov(files: Hits): string {
  const sections = Object.entries(files).map(([path, hits]) => `SF:${path}\n${dataLines(hits)}end_of_record\n`)
  return `TN:\n${sections.join('')}`
}

function dataLines(hits: readonly (number | null)[]): string {
  return hits.map((count, index) => (count === null ? '' : `DA:${index + 1},${count}\n`)).join('')
}

export function cobertura(files: Hits, source = ''): string {
  const classes = Object.entries(files).map(
    ([path, hits]) => `<class name="c" filename="${path}"><lines>${lineElements(hits)}</lines></class>`,
  )
  return `<?xml version="1.0"?>
<coverage line-rate="1" version="1">
<sources><source>${source}</source></sources>
<packages><package name="p"><classes>${classes.join('')}</classes></package></packages>
</coverage>
`
}

function lineElements(hits: readonly (number | null)[]): string {
  return hits.map((count, index) => (count === null ? '' : `<line number="${index + 1}" hits="${count}"/>`)).join('')
}

/** A text of so many lines, each different from all others. */
export function linesOf(count: number, word = 'line'): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1}\n`).join('')
}

/** So many lines that ran and so many that did not. */
export function hitsOf(covered: number, missed: number): readonly number[] {
  return [...Array<number>(covered).fill(1), ...Array<number>(missed).fill(0)]
}
