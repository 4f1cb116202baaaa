import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'

const WANTED = new Set(['IterationMode', 'IterationStage', 'LaunchIndex', 'Operations', 'Nanoseconds'])
const LAUNCH_COUNT = /\bLaunchCount=([0-9]+)/

/**
 * Measurements by launch, each of which is a process: those of the workload, without overhead and outliers. Up to version
 * 0.10 a measurement has no stage, and the mode itself is `Result`.
 */
export class Launches {
  readonly visitor: JsonVisitor = objects(() => this.enterMeasurement())
  private readonly results = new Map<number, number[]>()
  private readonly seen = new Set<number>()
  private expected = 1

  /** Nanoseconds of an operation, by launch. */
  get processes(): readonly (readonly number[])[] {
    return [...this.results.values()]
  }

  /** As far as anything tells. */
  get count(): number {
    return Math.max(this.seen.size, this.expected)
  }

  /** @param job what is particular of it, such as `LaunchCount=3, WarmupCount=15` */
  expect(job: string): void {
    this.expected = Number(LAUNCH_COUNT.exec(job)?.[1] ?? 1)
  }

  private enterMeasurement(): JsonVisitor {
    const measurement = new Fields(WANTED, { done: () => this.add(measurement) })
    return measurement
  }

  private add(measurement: Fields): void {
    const launch = measurement.count('LaunchIndex') ?? 0
    this.seen.add(launch)
    const [mode, stage] = [measurement.text('IterationMode'), measurement.text('IterationStage')]
    if (mode !== 'Result' && (mode !== 'Workload' || stage !== 'Result')) return
    const value = (measurement.number('Nanoseconds') ?? Number.NaN) / (measurement.number('Operations') ?? Number.NaN)
    const values = this.results.get(launch)
    if (values === undefined) this.results.set(launch, [value])
    else values.push(value)
  }
}
