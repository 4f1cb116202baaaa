/** The number with so many digits: noise has no more, and history need not keep it. */
export function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
