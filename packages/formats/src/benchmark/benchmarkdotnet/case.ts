import type { SampleSummary } from '@testwarden/core/model/benchmark'
import { Fields, objects } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { Launches } from './launches.js'
import { type DotNetMetric, MetricVisitor } from './metric.js'

/** One benchmark with its parameters, in one job. */
export interface DotNetCase {
  readonly line: number
  readonly name: string
  /** What is particular of its job, else the job's name. */
  readonly variant: string
  /** null: it failed. */
  readonly statistics: SampleSummary | null
  readonly launches: Launches
  /** Values of all launches, without a word of which. */
  readonly originalValues: readonly number[]
  readonly metrics: ReadonlyMap<string, DotNetMetric>
}

const WANTED = new Set(['FullName', 'Namespace', 'Type', 'Method', 'Parameters', 'DisplayInfo'])
const STATISTICS = new Set(['N', 'Min', 'Max', 'Mean', 'Median', 'StandardDeviation', 'Q1', 'Q3'])
const MEMORY = new Set(['BytesAllocatedPerOperation'])
/** Behind type and method: `: Job-ABCDEF(Runtime=.NET 8.0) [N=10]`. */
const JOB = /: ([^:[(]+)(?:\((.*)\))?(?: \[.*\])?$/

/** `{ DisplayInfo, FullName, Statistics, Memory?, Measurements?, Metrics? }`. */
export class CaseVisitor {
  private readonly line: number
  private readonly originalValues: number[] = []
  private readonly launches = new Launches()
  private readonly metrics = new Map<string, DotNetMetric>()
  private readonly memory = new Fields(MEMORY, { done: () => this.endMemory() })
  private statistics: Fields | null = null
  private fields = new Fields(WANTED)

  constructor(line: number) {
    this.line = line
  }

  visitor(done: (one: DotNetCase) => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => this.enterPart(key), done: () => done(this.case()) })
    return this.fields
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'Statistics') return this.enterStatistics()
    if (key === 'Memory') return this.memory
    if (key === 'Measurements') return this.launches.visitor
    if (key !== 'Metrics') return null
    return objects(() => new MetricVisitor((id, metric) => this.metrics.set(id, metric)).visitor)
  }

  private enterStatistics(): JsonVisitor {
    const enter = (key: string) => (key === 'OriginalValues' ? numbers(this.originalValues) : null)
    this.statistics = new Fields(STATISTICS, { enter })
    return this.statistics
  }

  private endMemory(): void {
    const value = this.memory.number('BytesAllocatedPerOperation')
    if (value !== null) this.metrics.set('allocated-memory', { value, unit: 'B', direction: 'lower' })
  }

  private case(): DotNetCase {
    const { originalValues, launches, metrics } = this
    const [, job = '', characteristics = ''] = JOB.exec(this.fields.text('DisplayInfo') ?? '') ?? []
    launches.expect(characteristics)
    return {
      line: this.line,
      name: this.fields.text('FullName') ?? this.olderName(),
      variant: characteristics || job,
      statistics: this.statistics === null ? null : summaryOf(this.statistics),
      launches,
      originalValues,
      metrics,
    }
  }

  /** Up to version 0.10 there is no full name. */
  private olderName(): string {
    const parts = ['Namespace', 'Type', 'Method'].map((key) => this.fields.text(key) ?? '')
    const parameters = this.fields.text('Parameters') ?? ''
    return `${parts.filter((part) => part !== '').join('.')}${parameters === '' ? '' : `(${parameters})`}`
  }
}

function summaryOf(statistics: Fields): SampleSummary {
  return {
    count: statistics.count('N'),
    min: statistics.number('Min'),
    max: statistics.number('Max'),
    mean: statistics.number('Mean'),
    median: statistics.number('Median'),
    stddev: statistics.number('StandardDeviation'),
    q1: statistics.number('Q1'),
    q3: statistics.number('Q3'),
  }
}
