const MICROSECONDS = 1_000_000
const PLAIN = /^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$|^[+-]?\.\d+(?:[eE][+-]?\d{1,3})?$/
const SPACE = /[\s\u00a0\u202f']/g
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/
/** A test that runs for longer than a month is a mistake of its clock. */
const MAX_SECONDS = 31 * 24 * 60 * 60

/**
 * Whole microseconds of a duration in seconds, however its tool writes numbers: `1,234.567`, `0,160`, `1.5e-3`. Where
 * both comma and point occur, the last one is the decimal sign; a single comma before exactly three digits separates
 * thousands, unless a lone zero stands before it.
 * @returns null for what is no duration: empty, `NaN`, negative, longer than a month
 */
export function microsecondsOf(written: string): number | null {
  if (PLAIN.test(written)) return microsecondsOfSeconds(Number(written))
  const text = pointed(written.replace(SPACE, ''))
  return PLAIN.test(text) ? microsecondsOfSeconds(Number(text)) : null
}

/** The same for a number. */
export function microsecondsOfSeconds(seconds: number): number | null {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > MAX_SECONDS) return null
  return Math.round(seconds * MICROSECONDS)
}

/** The same for a number of milliseconds, where the report has one. */
export function microsecondsOfMilliseconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : microsecondsOfSeconds(milliseconds / 1_000)
}

function pointed(text: string): string {
  const comma = text.lastIndexOf(',')
  if (comma === -1) return severalPoints(text)
  const point = text.lastIndexOf('.')
  if (point > comma) return text.replaceAll(',', '')
  if (point !== -1) return text.replaceAll('.', '').replace(',', '.')
  if (text.indexOf(',') !== comma || THOUSANDS.test(text)) return text.replaceAll(',', '')
  return text.replace(',', '.')
}

/** `1.234.567` is a number of a language that writes thousands with points. */
function severalPoints(text: string): string {
  return text.indexOf('.') === text.lastIndexOf('.') ? text : text.replaceAll('.', '')
}
