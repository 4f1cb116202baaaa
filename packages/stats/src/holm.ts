/**
 * P values adjusted for being many, in the order given: a question may be answered yes where its adjusted value is at most
 * the chance that is allowed for one wrong yes among all of them. Holm's step-down procedure: the smallest value is
 * multiplied by how many there are, the next by one less, and so on, none becoming smaller than one before it nor above 1.
 * No independence is assumed. NaN stays NaN and counts as one of them.
 * @see https://www.jstor.org/stable/4615733
 */
export function holmAdjust(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, at) => at).sort((left, right) => smallestFirst(pValues[left], pValues[right]))
  const adjusted = new Array<number>(pValues.length).fill(Number.NaN)
  let highest = 0
  order.forEach((at, rank) => {
    const raised = Math.min(1, (pValues[at] ?? Number.NaN) * (pValues.length - rank))
    if (Number.isNaN(raised)) return
    highest = Math.max(highest, raised)
    adjusted[at] = highest
  })
  return adjusted
}

function smallestFirst(left = Number.NaN, right = Number.NaN): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
  return left - right
}
