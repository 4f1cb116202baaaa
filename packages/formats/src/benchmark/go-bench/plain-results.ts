import { type AsciiBytes, AsciiPiece } from '../../text/ascii-bytes.js'
import { PlainWords } from './plain-words.js'
import type { GoBenchmark, GoResults } from './results.js'

const BENCHMARK = new AsciiPiece('Benchmark')

interface KnownUnit {
  readonly unit: string
  readonly piece: AsciiPiece
}

/**
 * The quick way for results in the one form that `go test` prints them in, with the units of the one before: numbers are
 * taken from the bytes, and with `-count` nine of ten names are known.
 */
export class PlainResults {
  private readonly results: GoResults
  private readonly words = new PlainWords()
  private readonly values: number[] = []
  private benchmark: GoBenchmark | null = null
  private name = BENCHMARK
  private units: readonly KnownUnit[] = []

  constructor(results: GoResults) {
    this.results = results
  }

  /** Reads on behind a result. */
  follow(benchmark: GoBenchmark): void {
    const { name, series } = benchmark
    this.benchmark = benchmark
    this.name = new AsciiPiece(name)
    const isKnown = series.length === this.units.length && series.every(({ unit }, at) => this.units[at]?.unit === unit)
    if (!isKnown) this.units = series.map(({ unit }) => ({ unit, piece: new AsciiPiece(unit) }))
  }

  /** What comes is of another package or process. */
  forget(): void {
    this.benchmark = null
  }

  /** @returns the benchmark that the line at the cursor is a result of; null for any other line, of which nothing is kept */
  read(
    ascii: AsciiBytes,
    text: string,
    { start, at }: { readonly start: number; readonly at: number },
  ): GoBenchmark | null {
    const { words } = this
    const benchmark = this.benchmark
    if (benchmark === null) return null
    words.start(ascii, start)
    if (words.takes(this.name) && words.takesBlanks()) return this.readNumbers() ? this.keep(benchmark) : null
    words.start(ascii, start)
    if (!ascii.has(BENCHMARK, start) || !words.takesWord()) return null
    const name = text.slice(start, words.at)
    return words.takesBlanks() && this.readNumbers() ? this.keepAs(name, benchmark.pkg, at) : null
  }

  /** Offset behind the line that was read last. */
  get end(): number {
    return this.words.at
  }

  /** `<iterations> (<value> <unit>)+` and the line end. */
  private readNumbers(): boolean {
    const { words, units } = this
    if (!words.takesCount()) return false
    for (let index = 0; index < units.length; index++) {
      const known = units[index]
      if (known === undefined || !words.takesBlanks() || !words.takesNumber()) return false
      this.values[index] = words.value
      if (!words.takesBlanks() || !words.takes(known.piece)) return false
    }
    return words.takesLineEnd()
  }

  private keep(benchmark: GoBenchmark): GoBenchmark {
    const { series } = benchmark
    for (let index = 0; index < series.length; index++) {
      const one = series[index]
      if (one !== undefined) this.results.addValue(one, this.values[index] ?? 0)
    }
    return benchmark
  }

  private keepAs(name: string, pkg: string | null, at: number): GoBenchmark {
    const values = this.units.map(({ unit }, index) => ({ unit, value: this.values[index] ?? 0 }))
    const benchmark = this.results.add({ name, values }, { pkg, at })
    this.follow(benchmark)
    return benchmark
  }
}
