/** `m` and `min` may be minutes, sizes and smallest values alike. */
const SHORTEST = 5

/**
 * What stands for the unit of a metric that has a name and no unit. The name may tell it: `frames_per_second`,
 * `cache-misses`, `p99-latency-ns`; a short one is a letter of anything.
 * @returns what `measureUnit` reads; '': nothing is known
 */
export function unitOfName(name: string): string {
  return name.length < SHORTEST ? '' : name
}
