import type { SampleSummary } from '@testwarden/core/model/benchmark'
import { Fields, objects } from '../../json/fields.js'
import type { JsonDocument } from '../../json/json-reader.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { CriterionSamples } from '../criterion-samples.js'
import { NO_SUMMARY } from '../sample-summary.js'

/** What one file tells of a benchmark; any of them may tell any part. */
export interface CriterionFacts extends CriterionSamples {
  readonly name: string | null
  readonly summary: SampleSummary | null
}

const ID = new Set(['full_id', 'group_id', 'function_id', 'value_str'])
const ESTIMATE = new Set(['point_estimate'])

/** `benchmark.json`, `estimates.json` or `sample.json`. */
export class CriterionFile implements JsonDocument<CriterionFacts> {
  readonly visitor: JsonVisitor
  private readonly iterations: number[] = []
  private readonly measured: number[] = []
  private readonly mean = new Fields(ESTIMATE)
  private readonly median = new Fields(ESTIMATE)
  private readonly stddev = new Fields(ESTIMATE)
  private readonly root = new Fields(ID, { enter: (key) => this.enterPart(key) })

  constructor() {
    this.visitor = objects(() => this.root)
  }

  model(): CriterionFacts {
    const { iterations, measured } = this
    return { name: this.name(), iterations, measured, summary: this.summary() }
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'iters') return numbers(this.iterations)
    if (key === 'times') return numbers(this.measured)
    if (key === 'mean') return this.mean
    if (key === 'median') return this.median
    return key === 'std_dev' ? this.stddev : null
  }

  private name(): string | null {
    const parts = ['group_id', 'function_id', 'value_str'].flatMap((key) => this.root.text(key) ?? [])
    const name = this.root.text('full_id') ?? parts.join('/')
    return name === '' ? null : ownText(name)
  }

  private summary(): SampleSummary | null {
    const [mean = null, median = null, stddev = null] = [this.mean, this.median, this.stddev].map((estimate) =>
      estimate.number('point_estimate'),
    )
    return mean === null && median === null ? null : { ...NO_SUMMARY, mean, median, stddev }
  }
}
