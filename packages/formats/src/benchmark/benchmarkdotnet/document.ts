import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { toldApart } from '../told-apart.js'
import { addCase } from './add-case.js'
import { CaseVisitor, type DotNetCase } from './case.js'
import { HostEnvironment } from './host-environment.js'

/** `{ Title, HostEnvironmentInfo, Benchmarks: [] }`. */
export class BenchmarkDotNetDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = objects(() => members((key) => this.enterPart(key)))
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly host = new HostEnvironment()
  private readonly cases: DotNetCase[] = []
  private hasBenchmarks = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  get count(): number {
    return this.cases.length
  }

  model(): BenchmarkReport {
    if (!this.hasBenchmarks) throw this.refuse()
    const builder = new BenchmarkBuilder(this.warnings)
    const nameOf = toldApart(this.cases)
    for (const one of this.cases) addCase(builder, { ...one, name: nameOf(one) }, this.warnings)
    return builder.report({ dialect: 'benchmarkdotnet', machine: this.host.machine(), startedAt: null })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'HostEnvironmentInfo') return this.host.visitor
    if (key !== 'Benchmarks') return null
    this.hasBenchmarks = true
    return objects((line) => new CaseVisitor(line).visitor((one) => this.cases.push(one)))
  }

  private refuse(): ReportError {
    return new ReportError('the report has no benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Name a file of BenchmarkDotNet.Artifacts/results that `--exporters json` wrote.',
    })
  }
}
