/** One unit that a benchmark was measured in. */
export class GoMetric {
  readonly unit: string
  /** Line that has it first. */
  readonly at: number
  private readonly values: number[] = []
  /** Where the values of each process but the first begin. */
  private starts: number[] | null = null
  private process = -1

  constructor(unit: string, at: number) {
    this.unit = unit
    this.at = at
  }

  /** @param process those of one come one behind the other */
  add(value: number, process: number): void {
    if (process !== this.process) this.begin(process)
    this.values.push(value)
  }

  processes(): readonly (readonly number[])[] {
    const { values } = this
    if (this.starts === null) return [values]
    const starts = [0, ...this.starts, values.length]
    return starts.slice(1).map((end, index) => values.slice(starts[index], end))
  }

  private begin(process: number): void {
    this.process = process
    if (this.values.length === 0) return
    this.starts ??= []
    this.starts.push(this.values.length)
  }
}

/** A benchmark of a package, by the name that Go prints. */
export class GoBenchmark {
  readonly name: string
  readonly pkg: string
  /** By unit: a report may have as many as it has lines. */
  private readonly byUnit = new Map<string, GoMetric>()

  constructor(name: string, pkg: string) {
    this.name = name
    this.pkg = pkg
  }

  /** In their order. */
  get metrics(): Iterable<GoMetric> {
    return this.byUnit.values()
  }

  metric(unit: string, at: number): GoMetric {
    const known = this.byUnit.get(unit)
    if (known !== undefined) return known
    const metric = new GoMetric(unit, at)
    this.byUnit.set(unit, metric)
    return metric
  }
}
