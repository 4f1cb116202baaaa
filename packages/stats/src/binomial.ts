/** Ways to choose `chosen` of `all`: exact up to 2^53, then as near as a double comes to each of its factors. */
export function binomial(all: number, chosen: number): number {
  let ways = 1
  for (let step = 1; step <= chosen; step++) ways = (ways * (all - chosen + step)) / step
  return ways
}
