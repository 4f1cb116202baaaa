/** The entries of a map in the order of their numbers. */
export function ascending<Value>(byNumber: ReadonlyMap<number, Value>): readonly (readonly [number, Value])[] {
  return [...byNumber].sort(([left], [right]) => left - right)
}
