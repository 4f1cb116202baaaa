import type { FileData } from '../src/coverage/page-data.js'

export type LineState = 'hit' | 'miss' | 'part' | 'none'

export interface SourceLine {
  readonly number: number
  readonly text: string
  readonly state: LineState
  readonly isNew: boolean
  readonly notes: readonly string[]
}

/** Lines in a row, and how many are left out before them. */
export interface Stretch {
  readonly skipped: number
  readonly lines: readonly SourceLine[]
}

/** Unchanged lines around changed ones. */
const CONTEXT_LINES = 3

/** Every line of the file with what its tests did; empty when the page has no text of it. */
export function sourceLines(data: FileData): SourceLine[] {
  if (data.source === null) return []
  const texts = data.source.split('\n')
  const states = new Array<LineState>(texts.length).fill('none')
  paint(states, data.covered, 'hit')
  paint(states, data.missed, 'miss')
  paint(states, data.partial, 'part')
  const changed = new Array<boolean>(texts.length).fill(false)
  paint(changed, data.changed, true)
  const notes = notesByLine(data.notes)
  return texts.map((text, index) => ({
    number: index + 1,
    text,
    state: states[index] ?? 'none',
    isNew: changed[index] ?? false,
    notes: notes.get(index + 1) ?? [],
  }))
}

/** What is said of the file at no line of its text, such as of a function whose report names no line. */
export function strayNotes({ notes }: Pick<FileData, 'notes'>, lines: readonly SourceLine[]): string[] {
  return notes.filter(([line]) => line < 1 || line > lines.length).map((note) => noteText(note))
}

export function noteText([line, text]: FileData['notes'][number]): string {
  return line > 0 ? `line ${line}: ${text}` : text
}

/** The new lines with some around them: what a reviewer looks at. None for a file without new lines. */
export function patchStretches(lines: readonly SourceLine[]): Stretch[] {
  const stretches: { skipped: number; lines: SourceLine[] }[] = []
  let until = 0
  for (const [index, line] of lines.entries()) {
    if (!line.isNew) continue
    const from = Math.max(until, index - CONTEXT_LINES)
    const to = Math.min(lines.length, index + CONTEXT_LINES + 1)
    const open = stretches.at(-1)
    if (open !== undefined && from === until) open.lines.push(...lines.slice(from, to))
    else stretches.push({ skipped: from - until, lines: lines.slice(from, to) })
    until = Math.max(until, to)
  }
  if (stretches.length > 0 && until < lines.length) stretches.push({ skipped: lines.length - until, lines: [] })
  return stretches
}

/** First lines of the stretches that no test ran, or that ran in part: what "next gap" goes to. */
export function gapStarts(stretches: readonly Stretch[]): SourceLine[] {
  const starts: SourceLine[] = []
  for (const { lines } of stretches) {
    let before: LineState = 'none'
    for (const line of lines) {
      if (isGap(line.state) && line.state !== before) starts.push(line)
      before = line.state
    }
  }
  return starts
}

function isGap(state: LineState): boolean {
  return state === 'miss' || state === 'part'
}

function notesByLine(notes: FileData['notes']): ReadonlyMap<number, readonly string[]> {
  const byLine = new Map<number, string[]>()
  for (const [line, note] of notes) {
    const known = byLine.get(line)
    if (known === undefined) byLine.set(line, [note])
    else known.push(note)
  }
  return byLine
}

/** Never walks further than the text: ranges are a report's word. */
function paint<Value>(lines: Value[], ranges: readonly number[], value: Value): void {
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const last = Math.min(ranges[at + 1] ?? 0, lines.length)
    for (let line = Math.max(1, ranges[at] ?? 1); line <= last; line++) lines[line - 1] = value
  }
}
