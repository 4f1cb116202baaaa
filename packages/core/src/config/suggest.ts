const MAX_DISTANCE = 3

/** The known word that a misspelt one most likely meant; null when none is near. */
export function suggest(word: string, known: Iterable<string>): string | null {
  let best: { readonly word: string; readonly distance: number } | null = null
  for (const candidate of known) {
    const distance = editDistance(word.slice(0, 64).toLowerCase(), candidate.toLowerCase())
    if (
      distance <= Math.min(MAX_DISTANCE, Math.ceil(candidate.length / 3)) &&
      (best === null || distance < best.distance)
    )
      best = { word: candidate, distance }
  }
  return best?.word ?? null
}

/** Levenshtein distance by the usual two rows. */
function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const substitution = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(substitution, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return above[right.length] ?? 0
}
