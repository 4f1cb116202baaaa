import type { Direction } from '@testwarden/core/model/benchmark'
import { Fields, members } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { SeenMetric, SeenSamples } from '../benchmark-builder.js'
import { JmhMetric } from './metric.js'

interface FoundMetric {
  readonly seen: SeenMetric
  readonly samples: SeenSamples
}

const WANTED = new Set(['benchmark', 'mode'])
/** A benchmark may run in several modes, which do not measure the same. */
const MODES: ReadonlyMap<string, { readonly metric: string; readonly direction: Direction }> = new Map([
  ['thrpt', { metric: 'throughput', direction: 'higher' }],
  ['avgt', { metric: 'time', direction: 'lower' }],
  ['sample', { metric: 'sample-time', direction: 'lower' }],
  ['ss', { metric: 'single-shot-time', direction: 'lower' }],
])
/** Their units do not say it: a rate of garbage is no throughput, and a collection is nothing to wish for. */
const DIRECTIONS: readonly { readonly metric: RegExp; readonly direction: Direction }[] = [
  { metric: /^gc\.(?:alloc\.rate|churn\..*(?<!\.norm))$/, direction: 'unknown' },
  { metric: /^(?:gc\.count|CPI)$/, direction: 'lower' },
  { metric: /^IPC$/, direction: 'higher' },
]
/** What profilers of the processor count in each operation. */
const EVENTS = '#/op'
/** In front of what profilers tell, up to version 1.36. */
const PREFIX = /^.*·/
/** Of mode `sample`: the samples are read themselves. */
const PERCENTILE = /^p[01]\.[0-9]+$/
/** The unit of a profiler whose result is a text. */
const NO_NUMBER = '---'

/** One benchmark with its parameters, in one mode. */
export class JmhResult {
  private readonly params: string[] = []
  private readonly primary = new JmhMetric()
  private readonly secondary = new Map<string, JmhMetric>()
  private fields = new Fields(WANTED)

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => this.enterPart(key), done })
    return this.fields
  }

  metrics(): readonly FoundMetric[] {
    const name = [this.fields.text('benchmark') ?? '', this.paramText()].join('')
    const mode = MODES.get(this.fields.text('mode') ?? '') ?? { metric: null }
    const first = {
      seen: { name, ...mode, unit: this.primary.unit },
      samples: { processes: this.primary.processes, summary: this.primary.summary() },
    }
    const others = [...this.secondary].filter(([metric, { unit }]) => unit !== NO_NUMBER && !PERCENTILE.test(metric))
    return [first, ...others.map(([metric, found]) => secondaryMetric(name, metric, found))]
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'primaryMetric') return this.primary.visitor()
    if (key === 'secondaryMetrics') return members((metric) => this.enterSecondary(metric))
    if (key !== 'params') return null
    return { scalar: (param, value) => void this.params.push(`${ownText(param)}=${ownText(String(value))}`) }
  }

  private enterSecondary(written: string): JsonVisitor {
    const metric = new JmhMetric()
    this.secondary.set(ownText(written.replace(PREFIX, '')), metric)
    return metric.visitor()
  }

  private paramText(): string {
    return this.params.length === 0 ? '' : `[${this.params.join(', ')}]`
  }
}

/** Its score may be a sum, so it is no statistic of the values that are listed. */
function secondaryMetric(name: string, metric: string, found: JmhMetric): FoundMetric {
  const { unit, processes } = found
  const known = unit === EVENTS ? 'lower' : DIRECTIONS.find((one) => one.metric.test(metric))?.direction
  const summary = { ...found.summary(), mean: null }
  return { seen: { name, metric, unit, ...(known && { direction: known }) }, samples: { processes, summary } }
}
