import { isValue, type ResultValue, writtenNumber } from './result-line.js'

/** What a line still has of a result that a program printed into. */
export interface PrintedLine {
  /** null: the name stands in an earlier line, or nowhere. */
  readonly name: string | null
  /** None: they stand in a later line, or nowhere. */
  readonly values: readonly ResultValue[]
}

/** Go fills up numbers to this width at least, so that tables of programs are not taken for results. */
const MIN_WIDTH = 8
const VALUE = /^( *[^ ]+) (\S+)$/
const NAME = /^Benchmark(?![a-z])\S*$/

/**
 * Go prints a name and a tab before it runs a benchmark, and its numbers when it has run, so what the program prints
 * stands between them: `BenchmarkFib-8 \t<text>\n<text>  100\t 325 ns/op`. null: a line of neither.
 */
export function readPrintedLine(line: string): PrintedLine | null {
  const parts = line.split('\t')
  const values = valuesAtEnd(parts)
  const before = parts.slice(0, parts.length - values.length)
  // Behind a number of iterations only.
  if (values.length > 0 && !/[0-9]$/.test(before.at(-1) ?? '')) return null
  const name = nameIn(before)
  return name === null && values.length === 0 ? null : { name, values }
}

function valuesAtEnd(parts: readonly string[]): readonly ResultValue[] {
  const values: ResultValue[] = []
  for (let at = parts.length - 1; at > 0; at--) {
    const [, written = '', unit = ''] = VALUE.exec(parts[at] ?? '') ?? []
    if (written.length < MIN_WIDTH || !isValue(written.trim())) break
    values.push({ value: writtenNumber(written.trim()), unit })
  }
  return values.reverse()
}

/** The last one that a tab stands behind. */
function nameIn(parts: readonly string[]): string | null {
  for (const part of parts.slice(0, -1).reverse()) {
    const filled = part.trimEnd()
    const word = filled.slice(filled.lastIndexOf(' ') + 1)
    const start = word.indexOf('Benchmark')
    const [name] = NAME.exec(start === -1 ? '' : word.slice(start)) ?? []
    if (name !== undefined) return name
  }
  return null
}
