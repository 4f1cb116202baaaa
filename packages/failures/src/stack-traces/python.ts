import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

/** A traceback as the interpreter prints it; groups of exceptions put bars in front. */
const NATIVE = /^[\s|]*File "([^"]+)", line (\d{1,9})(?:, in (.+))?$/
/** Where pytest ends an entry in its long style, begins one in its short style, and says all in its line style. */
const PLACE = /^\s*(\S.*?\.py[ix]?):(\d{1,9}):(?: (.*))?$/
const DEFINITION = /^[>\s]*(?:async )?def (\w+)\(/
const EXPLICIT_CAUSE = /^[\s|]*The above exception was the direct cause of the following exception:/
const HANDLED = /^[\s|]*During handling of the above exception, another exception occurred:/

/**
 * The interpreter's own tracebacks and pytest's styles long, short, line and native: all print the outermost call first,
 * and a cause before what wraps it.
 * https://docs.python.org/3/library/traceback.html, https://docs.pytest.org/en/stable/how-to/output.html
 */
export const python: StackTraceLanguage = {
  id: 'python',
  displayName: 'Python',
  marks: ['.py'],
  readFrames(lines) {
    let frames: readonly Frame[] = []
    for (const block of splitBlocks(lines, (line) => EXPLICIT_CAUSE.test(line) || HANDLED.test(line))) {
      const own = readBlock(block).reverse()
      frames = HANDLED.test(block[0] ?? '') ? [...own, ...frames] : [...frames, ...own]
    }
    return frames
  },
}

function readBlock(lines: readonly string[]): Frame[] {
  const frames: Frame[] = []
  let entry: PytestEntry = { definition: null, marked: null }
  for (const [index, line] of lines.entries()) {
    const frame = readNative(line, lines[index + 1]) ?? readPlace(line, lines[index + 1], entry)
    if (frame !== null) frames.push(frame)
    entry = frame === null ? noteLine(entry, line) : { definition: null, marked: null }
  }
  return frames
}

/** What pytest's long style prints above the place of an entry. */
interface PytestEntry {
  readonly definition: string | null
  /** The line marked with `>`. */
  readonly marked: string | null
}

function noteLine(entry: PytestEntry, line: string): PytestEntry {
  const definition = entry.definition ?? DEFINITION.exec(line)?.[1] ?? null
  const marked = line.trimStart().startsWith('>') ? line.trimStart().slice(1).trim() : entry.marked
  return { definition, marked }
}

function readNative(line: string, next: string | undefined): Frame | null {
  const [, path, number, name] = NATIVE.exec(line) ?? []
  if (path === undefined || number === undefined) return null
  return frameAt(path, number, { function: name ?? null, source: sourceOf(next) })
}

function readPlace(line: string, next: string | undefined, entry: PytestEntry): Frame | null {
  const [, path, number, rest = ''] = PLACE.exec(line) ?? []
  if (path === undefined || number === undefined) return null
  if (rest.startsWith('in ')) return frameAt(path, number, { function: rest.slice(3), source: sourceOf(next) })
  return frameAt(path, number, { function: entry.definition, source: entry.marked })
}

/** The line below a frame, which is indented when it is source. */
function sourceOf(next: string | undefined): string | null {
  if (next === undefined || !/^[\s|]/.test(next) || NATIVE.test(next)) return null
  const source = next.replace(/^[\s|]+/, '')
  return source === '' ? null : source
}
