import { Fields } from '../../json/fields.js'
import { numbers } from '../../json/numbers.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { SeenMetric, SeenSamples } from '../benchmark-builder.js'

const WANTED = new Set(['name', 'fullname'])
const STATS = new Set(['min', 'max', 'mean', 'stddev', 'median', 'q1', 'q3', 'rounds'])
const FILE_OF_NODE = /^(.+?)::/

/** `{ name, fullname, group, params, extra_info, options, stats: { min, …, rounds, data? } }`; times in seconds. */
export class PytestBenchmark {
  private readonly data: number[] = []
  private readonly stats = new Fields(STATS, { enter: (key) => (key === 'data' ? numbers(this.data) : null) })
  private fields = new Fields(WANTED)

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => (key === 'stats' ? this.stats : null), done })
    return this.fields
  }

  /** Its full name is the id of the test, whose file comes first. */
  seen(): SeenMetric {
    const name = this.fields.text('fullname') ?? this.fields.text('name') ?? ''
    return { name, metric: 'time', unit: 's', file: FILE_OF_NODE.exec(name)?.[1] ?? null }
  }

  /** A session of pytest is one process, whatever rounds it runs. */
  samples(): SeenSamples {
    const { stats } = this
    const [min, max, mean, median] = (['min', 'max', 'mean', 'median'] as const).map((key) => stats.number(key))
    return {
      processes: [this.data],
      summary: {
        count: stats.count('rounds'),
        min: min ?? null,
        max: max ?? null,
        mean: mean ?? null,
        median: median ?? null,
        stddev: stats.number('stddev'),
        q1: stats.number('q1'),
        q3: stats.number('q3'),
      },
    }
  }
}
