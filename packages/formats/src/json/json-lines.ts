import { LineSplitter } from '../text/line-splitter.js'

/** Longer lines are no events: test runners cut the output that they quote long before. */
const MAX_LINE_LENGTH = 1024 * 1024

/** One event of a stream. Its members may be missing, or of any type. */
export type JsonEvent = Readonly<Record<string, unknown>>

export interface JsonEventSink {
  /** @param at 1-based line */
  event(event: JsonEvent, at: number): void
  /** A line that is none, and not blank. */
  other(line: string, at: number): void
}

export const NO_EVENT = 'a line that is no event in JSON is ignored'

/**
 * A stream of JSON objects, one on each line. Compilers and programs write between them where both streams of a command
 * go to one file: such lines are told apart.
 */
export class JsonLines {
  private readonly lines: LineSplitter
  private readonly sink: JsonEventSink
  private isAtEnd = false
  private broken = false
  private lastLine = 0

  constructor(path: string, sink: JsonEventSink) {
    this.sink = sink
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  /** Whether the file ends within an event. */
  get isCutOff(): boolean {
    return this.broken
  }

  /** Number of the last line so far. */
  get at(): number {
    return this.lastLine
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): void {
    this.isAtEnd = true
    this.lines.end()
  }

  line(text: string, start: number, end: number, at: number): void {
    this.lastLine = at
    const line = text.slice(start, end)
    const event = eventOf(line)
    if (event !== null) this.sink.event(event, at)
    else if (this.isAtEnd && line.trimStart().startsWith('{')) this.broken = true
    else if (line.trim() !== '') this.sink.other(line, at)
  }
}

/** null for a line that is no JSON object. */
export function eventOf(line: string): JsonEvent | null {
  if (!line.trimStart().startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export function isEvent(value: unknown): value is JsonEvent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member that is a text; null for anything else. */
export function textOf(event: JsonEvent, key: string): string | null {
  const value = event[key]
  return typeof value === 'string' ? value : null
}

/** A member that is a number; null for anything else. */
export function numberOf(event: JsonEvent, key: string): number | null {
  const value = event[key]
  return typeof value === 'number' ? value : null
}
