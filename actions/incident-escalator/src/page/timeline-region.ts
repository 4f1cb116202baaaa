import { formatInteger } from '@testwarden/core/render/numbers'
import type { TimelineLine } from './timeline-lines.js'
import { momentText } from './words.js'

export const TIMELINE_CHARACTERS = 16_000
const HEADING = '### Timeline'
const MOST_LINES = 100
const KEPT_LINE_CHARACTERS = 3_000
const GAP_LINE = /^- … ([\d,]{1,15}) earlier turns? (?:is|are) in the comments$/
const GAP_CHARACTERS = 80
const MOMENT = /^- (\d{4}-\d\d-\d\d \d\d:\d\d UTC)/

/** The first turn, how many are left out after it, and those from then on. */
interface Timeline {
  readonly lines: readonly string[]
  readonly left: number
}

/**
 * Lines are only ever added: what stands there is kept as it is, whoever wrote it.
 * @param earlier lines of the region as it stands
 */
export function timelineMarkdown(earlier: readonly string[], turns: readonly TimelineLine[]): string {
  const known = readTimeline(earlier)
  const lines = [...known.lines, ...newLines(known, turns)]
  return [HEADING, '', ...fitted({ lines, left: known.left })].join('\n').trim()
}

/** Up to the next heading, which is none of this region's: somebody took a divider away. */
function readTimeline(earlier: readonly string[]): Timeline {
  const own = earlier.map((line) => line.trimEnd()).filter((line) => line !== '' && line !== HEADING)
  const end = own.findIndex((line) => line.startsWith('### '))
  const lines: string[] = []
  let left = 0
  for (const line of end < 0 ? own : own.slice(0, end)) {
    const [, count] = GAP_LINE.exec(line) ?? []
    if (count === undefined) lines.push(soundLine(line))
    else left += Number(count.replaceAll(',', ''))
  }
  return { lines, left }
}

/** Nobody writes so much into a line by hand, and all the others must have room too. */
function soundLine(line: string): string {
  return line.length <= KEPT_LINE_CHARACTERS
    ? line
    : `- (a line of ${formatInteger(line.length)} characters was left out)`
}

/** Once lines were left out, those before the last known turn, or older than what is left, are among them. */
function newLines({ lines, left }: Timeline, turns: readonly TimelineLine[]): readonly string[] {
  const isKnown = ({ markdown, begins }: TimelineLine): boolean =>
    lines.some((line) => line === markdown || (begins !== null && line.startsWith(begins)))
  const lastKnown = left === 0 ? -1 : turns.findLastIndex(isKnown)
  const [, oldest] = MOMENT.exec(left === 0 ? '' : (lines[1] ?? '')) ?? []
  const fresh = turns.filter(
    (turn, index) => index > lastKnown && !isKnown(turn) && (oldest === undefined || momentText(turn.at) >= oldest),
  )
  return [...new Set(fresh.map(({ markdown }) => markdown))]
}

function fitted({ lines, left }: Timeline): readonly string[] {
  const [first, ...others] = lines
  if (first === undefined) return []
  const room = TIMELINE_CHARACTERS - HEADING.length - first.length - GAP_CHARACTERS
  const isWhole = left === 0 && lines.length <= MOST_LINES && lengthOf(others) <= room
  if (isWhole) return lines
  const kept = newest(others, room)
  const missing = left + others.length - kept.length
  return missing === 0 ? lines : [first, gapLine(missing), ...kept]
}

function newest(lines: readonly string[], room: number): readonly string[] {
  const most = lines.slice(-(MOST_LINES - 2))
  let left = room
  const tooOld = most.findLastIndex((line) => {
    left -= line.length + 1
    return left < 0
  })
  return most.slice(tooOld + 1)
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0)
}

function gapLine(count: number): string {
  return `- … ${formatInteger(count)} earlier ${count === 1 ? 'turn is' : 'turns are'} in the comments`
}
