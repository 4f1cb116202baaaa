/**
 * How many characters must be put in, taken out or changed to make one text of another (Levenshtein); null: more than
 * `limit`. Only the diagonal band that the limit allows is filled, so that it costs limit x length.
 */
export function editDistance(left: string, right: string, limit: number): number | null {
  if (Math.abs(left.length - right.length) > limit) return null
  let above = firstRow(right.length, limit)
  let current: Uint16Array = new Uint16Array(above.length)
  for (let row = 1; row <= left.length; row++) {
    if (fillRow(current, { above, row, limit, letter: left.charCodeAt(row - 1), right }) > limit) return null
    ;[above, current] = [current, above]
  }
  const distance = above[right.length] ?? limit + 1
  return distance <= limit ? distance : null
}

interface RowAbove {
  readonly above: Uint16Array
  readonly row: number
  readonly limit: number
  readonly letter: number
  readonly right: string
}

function firstRow(length: number, limit: number): Uint16Array {
  const row = new Uint16Array(length + 1).fill(limit + 1)
  for (let column = 0; column <= Math.min(length, limit); column++) row[column] = column
  return row
}

/** The least number of the band; cells beside the band count as above the limit. */
function fillRow(current: Uint16Array, { above, row, limit, letter, right }: RowAbove): number {
  const from = Math.max(1, row - limit)
  const to = Math.min(right.length, row + limit)
  let before = from === 1 && row <= limit ? row : limit + 1
  let least = before
  current[from - 1] = before
  for (let column = from; column <= to; column++) {
    const changed = (above[column - 1] ?? 0) + (letter === right.charCodeAt(column - 1) ? 0 : 1)
    const added = 1 + smaller(above[column] ?? 0, before)
    before = smaller(changed, added)
    current[column] = before
    least = smaller(least, before)
  }
  if (to < right.length) current[to + 1] = limit + 1
  return least
}

function smaller(left: number, right: number): number {
  return left < right ? left : right
}
