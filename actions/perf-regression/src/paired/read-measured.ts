import type { BenchmarkMetric, BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { RunCommand } from '@testwarden/core/model/request'
import type { WrittenFiles } from '@testwarden/core/ports/exec'
import type { Format } from '@testwarden/formats/format'
import { readReports } from '@testwarden/intake/read-reports'
import { median } from '@testwarden/stats/median'
import { MAX_FAILED, MAX_MESSAGE, MAX_METRICS, MAX_NAME, MAX_PROBLEMS, type MeasuredRun } from './measured.js'
import { parsePairId } from './pair-id.js'

/** Whatever a command wrote. */
const ALL = '.'

/** Reads all that a process of benchmarks wrote; of what prepares a tree nothing is read. Nothing is judged. */
export async function readMeasured(
  { id }: Pick<RunCommand, 'id'>,
  { files, child }: WrittenFiles,
  formats: readonly Format<BenchmarkReport>[],
): Promise<MeasuredRun | null> {
  if (parsePairId(id)?.kind !== 'process') return null
  const reader = new RunReader(child.isTruncated ? ['Its output was too long and was cut.'] : [])
  if ((await files.find(ALL)).length === 0) return reader.result()
  for await (const report of readReports({ patterns: [ALL], format: null, formats }, files)) {
    if (!report.ok) reader.problem(`${report.path}: ${report.error.message}`)
    else if (report.duplicateOf === null) {
      if (report.partial) reader.problem(`${report.path} ends early: benchmarks behind its end are not known.`)
      reader.add(report.model)
    }
  }
  return reader.result()
}

/** Reports of one process that have the same benchmark are taken together. */
class RunReader {
  private readonly metrics = new Map<string, BenchmarkMetric>()
  private readonly failed: BenchmarkReport['failed'][number][] = []
  private readonly problems: string[]

  constructor(problems: readonly string[]) {
    this.problems = [...problems]
  }

  problem(message: string): void {
    this.problems.push(message)
  }

  add({ metrics, failed }: BenchmarkReport): void {
    this.failed.push(...failed)
    for (const metric of metrics) {
      const key = JSON.stringify([metric.name, metric.metric])
      const known = this.metrics.get(key)
      if (known === undefined) this.metrics.set(key, metric)
      else if (known.unit !== metric.unit) this.problem(`${metric.name} is in ${known.unit} and in ${metric.unit}.`)
      else this.metrics.set(key, { ...known, samples: [...known.samples, ...metric.samples] })
    }
  }

  result(): MeasuredRun {
    const named = [...this.metrics.values()].filter(({ name }) => name.length <= MAX_NAME)
    return {
      metrics: named.slice(0, MAX_METRICS).map(({ name, metric, unit, direction, samples }) => ({
        name,
        metric: metric.slice(0, MAX_NAME),
        unit: unit.slice(0, MAX_MESSAGE),
        direction,
        value: median(samples.map(median)),
      })),
      failed: this.failed.slice(0, MAX_FAILED).map(({ name, message }) => ({
        name: name.slice(0, MAX_NAME),
        message: message.slice(0, MAX_MESSAGE),
      })),
      leftOut: this.metrics.size - Math.min(named.length, MAX_METRICS),
      problems: this.problems.slice(0, MAX_PROBLEMS).map((text) => text.slice(0, MAX_MESSAGE)),
    }
  }
}
