import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { instantOf } from '../../instant.js'
import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { reportedMachine } from '../reported-machine.js'
import { PytestBenchmark } from './benchmark.js'

const ROOT = new Set(['datetime'])
const MACHINE = new Set(['system', 'release', 'processor'])
const CPU = new Set(['brand', 'brand_raw', 'count'])

/** `{ machine_info, commit_info, benchmarks: [], datetime, version }`, in any order. */
export class PytestBenchmarkDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly builder: BenchmarkBuilder
  private readonly root: Fields
  private readonly cpu = new Fields(CPU)
  private readonly machine = new Fields(MACHINE, { enter: (key) => (key === 'cpu' ? this.cpu : null) })
  private hasBenchmarks = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new BenchmarkBuilder(warnings)
    this.root = new Fields(ROOT, { enter: (key) => this.enterPart(key) })
    this.visitor = objects(() => this.root)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasBenchmarks) throw this.refuse()
    const { cpu, machine } = this
    return this.builder.report({
      dialect: 'pytest-benchmark',
      machine: reportedMachine({
        cpu: cpu.text('brand_raw') ?? cpu.text('brand') ?? machine.text('processor'),
        cores: cpu.count('count'),
        os: [machine.text('system'), machine.text('release')].filter((part) => part !== null).join(' '),
      }),
      startedAt: momentOf(this.root.text('datetime')),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'machine_info') return this.machine
    if (key !== 'benchmarks') return null
    this.hasBenchmarks = true
    return objects((line) => {
      const benchmark = new PytestBenchmark()
      return benchmark.visitor(() => this.builder.add(benchmark.seen(), benchmark.samples(), line))
    })
  }

  private refuse(): ReportError {
    return new ReportError('the report has no benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `pytest --benchmark-json=<file>` wrote.',
    })
  }
}

/** Up to version 4 it is UTC without saying so: `datetime.utcnow().isoformat()`. */
function momentOf(datetime: string | null): string | null {
  return instantOf(datetime) ?? instantOf(datetime === null ? null : `${datetime}Z`)
}
