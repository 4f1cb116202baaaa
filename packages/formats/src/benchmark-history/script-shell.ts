import { ReportError } from '@testwarden/core/model/errors'

/** What is in front of the value: an assignment, or nothing where the same was kept as JSON. */
const ASSIGNMENT = /^\s*(?:(?:window\s*\.\s*)?BENCHMARK_DATA\s*=\s*)?$/
const LONGEST_HEAD = 1000
/** More of it than anybody writes behind a value; inside of a text there may be any number. */
const LONGEST_TAIL = 64 * 1024
const [SEMICOLON, SPACE, TAB, NEWLINE, RETURN] = [0x3b, 0x20, 0x09, 0x0a, 0x0d]

/**
 * Takes the assignment off `window.BENCHMARK_DATA = {…};`, so that a strict JSON reader gets the value: the script is never
 * run. What is taken off becomes white space, so that places stay where they are.
 */
export class ScriptShell {
  private readonly path: string
  private readonly give: (json: string) => void
  /** null: the value has begun. */
  private head: string | null = ''
  private tail = ''

  constructor(path: string, give: (json: string) => void) {
    this.path = path
    this.give = give
  }

  /** @throws ReportError for another script */
  write(text: string): void {
    if (this.head === null) {
      this.pass(text)
      return
    }
    this.head += text
    const start = this.head.indexOf('{')
    if (start === -1 && this.head.length <= LONGEST_HEAD) return
    const [before, value] = [this.head.slice(0, Math.max(0, start)), this.head.slice(Math.max(0, start))]
    if (start === -1 || !ASSIGNMENT.test(before)) throw this.refuse()
    this.head = null
    this.pass(before.replace(/\S/g, ' ') + value)
  }

  /** @throws ReportError for a file that ended before its value */
  end(): void {
    if (this.head !== null) throw this.refuse()
  }

  /** Semicolons at the very end are the script's; whether it is the end shows when there is more. */
  private pass(text: string): void {
    const all = this.tail + text
    const start = tailStart(all)
    const isTail = start < all.length && all.length - start <= LONGEST_TAIL
    this.tail = isTail ? all.slice(start) : ''
    this.give(isTail ? all.slice(0, start) : all)
  }

  private refuse(): ReportError {
    return new ReportError('the file does not begin with window.BENCHMARK_DATA', {
      path: this.path,
      line: 1,
      remedy: 'Name the data.js of github-action-benchmark, on its branch mostly dev/bench/data.js.',
    })
  }
}

/** Where the first of the semicolons at the end stands; the length where there is none. */
function tailStart(text: string): number {
  let start = text.length
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (code === SEMICOLON) start = at
    else if (code !== SPACE && code !== TAB && code !== NEWLINE && code !== RETURN) break
  }
  return start
}
