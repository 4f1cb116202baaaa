import type { ReportWatch } from '../../report-watch.js'
import type { ReportPlace } from '../../witness.js'
import type { RecordSpan } from './records.js'

/** Functions of one section whose records are remembered. */
const FUNCTIONS_MAX = 10_000

/** Tells a watch where the records of a section stand. Functions are known only at its end, so theirs are remembered. */
export class SectionWatch {
  private readonly watch: ReportWatch
  /** By the name of the function: the record that counts it, else the one that names it. */
  private readonly functions = new Map<string, ReportPlace>()

  constructor(watch: ReportWatch) {
    this.watch = watch
  }

  /** @param span a whole line */
  moveTo({ text, start, end, at }: RecordSpan): void {
    this.watch.moveTo(at, () => text.slice(start, end))
    const kind = text.charCodeAt(start)
    if (kind === LETTER_T && text.startsWith('TN:', start)) this.watch.test = text.slice(start + 3, end).trim() || null
    else if (kind === LETTER_F && text.startsWith('FN', start)) this.rememberFunction(text.slice(start, end), at)
  }

  moveToFunction(name: string): void {
    const place = this.functions.get(name)
    if (place !== undefined) this.watch.moveTo(place.line ?? 1, () => place.text)
  }

  endSection(): void {
    this.functions.clear()
  }

  private rememberFunction(text: string, line: number): void {
    const name = NAMED.exec(text)?.[1]
    if (name === undefined || this.functions.size >= FUNCTIONS_MAX) return
    this.functions.set(name, { line, text })
  }
}

const LETTER_F = 0x46
const LETTER_T = 0x54

/** `FNDA:<count>,<name>`, `FNA:<group>,<count>,<name>`, `FN:<start>,[<end>,]<name>` */
const NAMED = /^(?:FNDA:[^,]*|FNA:[^,]*,[^,]*|FN:\d+(?:,\d+)?),(.+)$/s
