import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { Fields, members, objects } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { TINYBENCH_STATISTICS, tinybenchSamples } from '../tinybench-statistics.js'

const FILE = new Set(['filepath'])
const GROUP = new Set(['fullName'])
const BENCHMARK = new Set([...TINYBENCH_STATISTICS, 'name'])

/** `{ files: [{ filepath, groups: [{ fullName, benchmarks: [{ id, name, mean, …, samples: [] }] }] }] }`. */
export class VitestBenchDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private hasFiles = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
    const root = members((key) => (key === 'files' ? this.enterFiles() : null))
    this.visitor = objects(() => root)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasFiles) throw this.refuse()
    return this.builder.report({ dialect: 'vitest', machine: null, startedAt: null })
  }

  private enterFiles(): JsonVisitor {
    this.hasFiles = true
    return objects((line) => {
      const before = this.count
      const file: Fields = new Fields(FILE, {
        enter: (key) => (key === 'groups' ? this.enterGroups(file) : null),
        // One that cannot be loaded looks the same as one whose benchmarks are all left out.
        done: () => {
          if (this.count === before) this.warnings.add('no benchmark of a file ran', line)
        },
      })
      return file
    })
  }

  private enterGroups(file: Fields): JsonVisitor {
    return objects(() => {
      const group: Fields = new Fields(GROUP, {
        enter: (key) => (key === 'benchmarks' ? objects((line) => this.enterBenchmark({ file, group, line })) : null),
      })
      return group
    })
  }

  private enterBenchmark(place: BenchmarkPlace): JsonVisitor {
    const samples: number[] = []
    const benchmark: Fields = new Fields(BENCHMARK, {
      enter: (key) => (key === 'samples' ? numbers(samples) : null),
      done: () => this.add(benchmark, samples, place),
    })
    return benchmark
  }

  /** Names of suites, the first of which is the path of the file, go in front. */
  private add(benchmark: Fields, samples: readonly number[], { file, group, line }: BenchmarkPlace): void {
    const name = [group.text('fullName'), benchmark.text('name')].filter((part) => part).join(' > ')
    const measured = tinybenchSamples(benchmark, samples)
    if (measured === null) this.builder.fail(name, 'It gave no statistics: it threw an error.', line)
    else this.builder.add({ name, metric: 'time', unit: 'ms', file: file.text('filepath') }, measured, line)
  }

  private refuse(): ReportError {
    return new ReportError('the report has no files', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `vitest bench --run --outputJson=<file>` wrote.',
    })
  }
}

interface BenchmarkPlace {
  readonly file: Fields
  readonly group: Fields
  readonly line: number
}
