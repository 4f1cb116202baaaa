import type { BenchmarkReport, ReportedMachine } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { instantOfMilliseconds } from '../../instant.js'
import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { MitataTrial } from './trial.js'

const ROOT = new Set(['cpu', 'runtime'])
const CONTEXT = new Set(['now', 'arch'])
const NAMED = new Set(['name'])
/** `node v20.20.2 (x64-linux)`, as versions before 1 write their runtime. */
const SYSTEM = /\(([^()]+)\)$/

/**
 * `{ layout: [{ name }], benchmarks: [<trial>], context }`, in this order. Before version 1
 * `{ benchmarks: [<trial>], cpu, runtime }`.
 */
export class MitataDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly builder: BenchmarkBuilder
  private readonly groups: Fields[] = []
  private readonly cpu = new Fields(NAMED)
  private readonly context = new Fields(CONTEXT, { enter: (key) => (key === 'cpu' ? this.cpu : null) })
  private readonly root = new Fields(ROOT, { enter: (key) => this.enterPart(key) })
  private hasBenchmarks = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new BenchmarkBuilder(warnings)
    this.visitor = objects(() => this.root)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasBenchmarks) throw this.refuse()
    const startedAt = instantOfMilliseconds(this.context.number('now'))
    return this.builder.report({ dialect: 'mitata', machine: this.machine(), startedAt })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'layout') return objects(() => this.enterGroup())
    if (key === 'context') return this.context
    if (key !== 'benchmarks') return null
    this.hasBenchmarks = true
    return objects((line) => {
      const trial = new MitataTrial(line, (index) => this.groups[index]?.text('name') ?? null)
      return trial.visitor(() => trial.addTo(this.builder))
    })
  }

  private enterGroup(): JsonVisitor {
    const group = new Fields(NAMED)
    this.groups.push(group)
    return group
  }

  private machine(): ReportedMachine | null {
    const cpu = this.cpu.text('name') ?? this.root.text('cpu')
    const os = this.context.text('arch') ?? SYSTEM.exec(this.root.text('runtime') ?? '')?.[1] ?? null
    return cpu === null && os === null ? null : { cpu, cores: null, os }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no benchmarks', {
      path: this.path,
      line: null,
      remedy: "Write what `await run({ format: 'json' })` prints into the file.",
    })
  }
}
