const ELLIPSIS = '…'

/** At most so many UTF-16 units, an ellipsis included where something was cut; never half a character. */
export function clip(text: string, unitsMax: number): string {
  if (text.length <= unitsMax) return text
  const end = unitsMax - ELLIPSIS.length
  const isInsidePair = /[\ud800-\udbff]/.test(text[end - 1] ?? '')
  return text.slice(0, isInsidePair ? end - 1 : end) + ELLIPSIS
}
