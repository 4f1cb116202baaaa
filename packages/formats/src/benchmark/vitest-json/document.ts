import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { instantOfMilliseconds } from '../../instant.js'
import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { BenchmarkFile } from './benchmark-file.js'

const ROOT = new Set(['startTime'])

/** `{ numTotalTests, …, startTime, testResults: [<file>] }`, as of test results; here only benchmarks count. */
export class VitestJsonDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly builder: BenchmarkBuilder
  private readonly root: Fields
  private hasFiles = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new BenchmarkBuilder(warnings)
    this.root = new Fields(ROOT, { enter: (key) => (key === 'testResults' ? this.enterFiles() : null) })
    this.visitor = objects(() => this.root)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasFiles) throw this.refuse()
    const startedAt = instantOfMilliseconds(this.root.number('startTime'))
    return this.builder.report({ dialect: 'vitest', machine: null, startedAt })
  }

  private enterFiles(): JsonVisitor {
    this.hasFiles = true
    return objects(() => {
      const file = new BenchmarkFile()
      return file.visitor(() => file.addTo(this.builder))
    })
  }

  private refuse(): ReportError {
    return new ReportError('the report has no testResults', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `vitest bench --run --reporter=json --outputFile=<file>` wrote.',
    })
  }
}
