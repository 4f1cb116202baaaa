import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkLines } from '../line-reader.js'
import { printedNumber } from '../printed-number.js'
import { NO_SUMMARY } from '../sample-summary.js'

const OPS = ' ops/sec '
/** Between the name and the number; names may have it too. */
const TIMES = ' x '
const SAMPLED = /^±\S+% \(([0-9]{1,15}) runs? sampled\)/

/**
 * Reads lines of `<name> x 11,465 ops/sec ±1.12% (91 runs sampled)`. The number is that of a mean time. A benchmark that
 * throws is a line that nothing tells from others that a program prints.
 */
export class BenchmarkjsLines implements BenchmarkLines {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
  }

  line(line: string, at: number): void {
    const end = line.lastIndexOf(OPS)
    if (end === -1) return
    const start = line.lastIndexOf(TIMES, end)
    const [, runs] = SAMPLED.exec(line.slice(end + OPS.length)) ?? []
    if (start === -1 || runs === undefined) this.warnings.add('a result that is not whole is ignored', at)
    else this.add(line.slice(0, start).trim(), { ops: line.slice(start + TIMES.length, end), runs, at })
  }

  model(): BenchmarkReport {
    if (this.builder.count === 0) throw this.refuse()
    return this.builder.report({ dialect: 'benchmark.js', machine: null, startedAt: null })
  }

  private add(name: string, { ops, runs, at }: { ops: string; runs: string; at: number }): void {
    const seen = { name, metric: 'throughput', unit: 'ops/sec' }
    const value = printedNumber(ops)
    if (Number.isNaN(value)) this.builder.fail(name, 'It has no value that can be used.', at)
    else this.builder.add(seen, { processes: [], summary: { ...NO_SUMMARY, count: Number(runs), mean: value } }, at)
  }

  private refuse(): ReportError {
    return new ReportError('there is no line of a benchmark', {
      path: this.path,
      line: null,
      remedy: "Print each benchmark, with `.on('cycle', (event) => console.log(String(event.target)))`, into the file.",
    })
  }
}
