/** Hidden lines of the issue that divide what we write. No escaped text can become one of them. */
export const TIMELINE_DIVIDER = '<!-- testwarden:timeline -->'
export const DETAILS_DIVIDER = '<!-- testwarden:details -->'

/** What stands in an issue, line by line, without the dividers. */
export interface Regions {
  readonly status: readonly string[]
  readonly timeline: readonly string[]
  readonly details: readonly string[]
}

/** Of a text that people may have edited. A divider counts only on a line of its own. */
export function splitRegions(text: string | null): Regions {
  const regions = { status: [] as string[], timeline: [] as string[], details: [] as string[] }
  let current = regions.status
  for (const line of (text ?? '').split(/\r\n|\r|\n/)) {
    const written = line.trimEnd()
    if (written === TIMELINE_DIVIDER) current = regions.timeline
    else if (written === DETAILS_DIVIDER) current = regions.details
    else current.push(line)
  }
  return regions
}

export function joinRegions(status: string, timeline: string, details: string): string {
  return [status, TIMELINE_DIVIDER, timeline, DETAILS_DIVIDER, details].filter((part) => part !== '').join('\n\n')
}

/** Lines without blank ones at either end, as many as fit; how many are missing is said. */
export function joinLines(lines: readonly string[], limit: number): string {
  const whole = lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
  if (whole.length <= limit) return whole
  const all = whole.split('\n')
  let room = limit - MORE_CHARACTERS
  const count = all.findIndex((line) => {
    room -= line.length + 1
    return room < 0
  })
  return [...all.slice(0, count), '', `… and ${all.length - count} more lines`].join('\n').trimStart()
}

const MORE_CHARACTERS = 40
