import { AsciiPiece } from '../../text/ascii-bytes.js'
import { ownText } from '../../text/own-text.js'
import type { AsciiBlock, PlainStretch } from '../line-reader.js'
import type { GoBenchmark, GoMetric } from './go-benchmark.js'
import { PlainLine } from './plain-line.js'
import type { GoResults, ResultPlace } from './results.js'

const BEGINNING = new AsciiPiece('Benchmark')

/**
 * Takes results as Go itself writes them straight from their bytes. What a line has in common with the one before is not
 * even made a text.
 */
export class PlainResults {
  private readonly results: GoResults
  private readonly line = new PlainLine()
  private benchmark: GoBenchmark | null = null
  /** By the place of its number in the line before. */
  private readonly metrics: GoMetric[] = []
  private readonly units: string[] = []

  constructor(results: GoResults) {
    this.results = results
  }

  /** As many lines of this form as there are, one behind the other. */
  addStretch(block: AsciiBlock, start: number, { pkg, at }: ResultPlace): PlainStretch {
    const { ascii } = block
    let end = start
    let lines = 0
    this.benchmark = null
    this.line.forget()
    while (ascii.has(BEGINNING, end)) {
      const next = this.line.read(ascii.bytes, end)
      if (next === -1) break
      this.take(block, pkg, at + lines)
      lines++
      end = next
    }
    return { end, lines }
  }

  private take({ text }: AsciiBlock, pkg: string | null, at: number): void {
    const { line } = this
    const before = line.isSameName ? this.benchmark : null
    const benchmark = before ?? this.results.benchmark(text.slice(line.nameStart, line.nameEnd), pkg)
    for (let index = 0; index < line.count; index++) {
      const isSame = line.isSameUnit[index] === true
      if (!isSame) this.units[index] = ownText(text.slice(line.unitStarts[index], line.unitEnds[index]))
      const known = before !== null && isSame ? this.metrics[index] : undefined
      const metric = known ?? benchmark.metric(this.units[index] ?? '', at)
      this.metrics[index] = metric
      this.results.addValue(metric, line.values[index] ?? Number.NaN)
    }
    this.benchmark = benchmark
  }
}
