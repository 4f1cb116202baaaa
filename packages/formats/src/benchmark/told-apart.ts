/** A benchmark whose name may be that of another, and what else tells of it. */
export interface NamedBenchmark {
  readonly name: string
  /** Such as the job that ran it; '': nothing is known. */
  readonly variant: string
}

/**
 * Names of benchmarks of which several may have one: those get `[<variant>]` behind it, whichever comes first.
 * @returns the name of each
 */
export function toldApart(benchmarks: readonly NamedBenchmark[]): (benchmark: NamedBenchmark) => string {
  const counts = new Map<string, number>()
  for (const { name } of benchmarks) counts.set(name, (counts.get(name) ?? 0) + 1)
  return ({ name, variant }) => (variant === '' || counts.get(name) === 1 ? name : `${name} [${variant}]`)
}
