import type { SampleSummary } from '@testwarden/core/model/benchmark'
import type { WarningLog } from '../../warning-log.js'
import type { BenchmarkBuilder } from '../benchmark-builder.js'
import { valuesByIteration } from '../criterion-samples.js'
import type { CriterionFacts } from './file.js'

/** One benchmark while its files go by. */
export class CriterionBenchmark {
  /** The folder that they are in. */
  readonly folder: string
  private readonly nameByPath: string
  private name: string | null = null
  private samples: readonly number[] = []
  private summary: SampleSummary | null = null
  private problem: string | null = null

  constructor(folder: string, nameByPath: string) {
    this.folder = folder
    this.nameByPath = nameByPath
  }

  add({ name, iterations, measured, summary }: CriterionFacts, warnings: WarningLog): void {
    this.name ??= name
    this.summary ??= summary
    if (measured.length > 0) this.samples = valuesByIteration({ iterations, measured }, { warnings, at: null })
  }

  /** A file of it cannot be read. */
  addProblem(problem: string): void {
    this.problem ??= problem
  }

  /** Criterion does not say what it measured where that is something other than time. */
  close(builder: BenchmarkBuilder): void {
    const name = this.name ?? this.nameByPath
    const seen = { name, metric: 'time', unit: 'ns' }
    if (this.samples.length > 0 || this.summary !== null)
      builder.add(seen, { processes: [this.samples], summary: this.summary }, null)
    else builder.fail(name, this.problem ?? 'It has no samples.', null)
  }
}
