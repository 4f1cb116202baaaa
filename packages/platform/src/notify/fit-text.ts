const ELLIPSIS = '…'
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export interface Room {
  /** At most this much, in what {@link Room.size} counts. */
  readonly max: number
  /** How the text is written there; it may grow. Absent: as it is. */
  readonly encode?: (text: string) => string
  /** How the service counts what was written. Absent: UTF-16 units, which are never fewer than characters. */
  readonly size?: (text: string) => number
}

/**
 * The text as it is written there, cut between whole characters, as people see them, with an ellipsis where something was
 * cut. Nothing, where not even that fits. What was escaped is never cut through.
 */
export function fitText(text: string, { max, encode = asIs, size = units }: Room): string {
  const fits = (written: string): boolean => size(encode(written)) <= max
  if (text.length <= max && fits(text)) return encode(text)
  let [low, high] = [0, Math.min(text.length, Math.max(0, max))]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(cutAt(text, middle))) low = middle
    else high = middle - 1
  }
  const cut = cutAt(text, low)
  return fits(cut) ? encode(cut) : ''
}

/** The text up to there, without the character that would be cut through. */
function cutAt(text: string, end: number): string {
  if (end >= text.length) return text
  // A character is short: whoever joins thousands of marks to one letter gets them cut.
  const from = Math.max(0, end - 64)
  const around = graphemes.segment(text.slice(from, end + 64)).containing(end - from)
  const whole = around === undefined || around.index === 0 ? end : from + around.index
  const isInsidePair = whole === end && /[\ud800-\udbff]/.test(text[end - 1] ?? '')
  return text.slice(0, isInsidePair ? end - 1 : whole).trimEnd() + ELLIPSIS
}

function asIs(text: string): string {
  return text
}

function units(text: string): number {
  return text.length
}
