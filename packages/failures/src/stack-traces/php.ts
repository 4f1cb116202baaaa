import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

const THROWN = /^(.*\.ph\w{1,4}):(\d{1,9})$/
const THROWN_IN = ' in '
/** A numbered line has the place of a call and what was called there: the function around it stands in the next one. */
const CALL = /^\s*#\d+ (?:(.+\.ph\w{1,4})\((\d{1,9})\)|.*?)(?:: (.+)|\{main\})$/
const PHPUNIT = /^\s*((?:\/|[A-Za-z]:[\\/]).*\.ph\w{1,4}):(\d{1,9})$/
/** Nette's tester, whose lines a report may join to one. */
const TESTER = /(?:^|\s)in (\S+\.ph\w{1,4})\((\d{1,9})\)/
/** PHPUnit prints a cause after what wraps it; the interpreter before, with `Next` between them. */
const CAUSE = /^\s*Caused by$/

/**
 * Throwables as the interpreter and PHPUnit print them: innermost first.
 * https://www.php.net/manual/en/throwable.gettraceasstring.php
 */
export const php: StackTraceLanguage = {
  id: 'php',
  displayName: 'PHP',
  marks: ['.php', '.phtml'],
  readFrames: (lines) =>
    splitBlocks(lines, (line) => CAUSE.test(line))
      .toReversed()
      .flatMap(readBlock),
}

function readBlock(lines: readonly string[]): readonly Frame[] {
  const frames: Frame[] = []
  for (const line of lines) {
    const [isCall, callPath, callLine, called] = CALL.exec(line) ?? []
    if (isCall !== undefined) nameLast(frames, called ?? null)
    const [, path, number] = isCall === undefined ? readPlace(line) : [isCall, callPath, callLine]
    if (path !== undefined && number !== undefined) frames.push(frameAt(path, number))
  }
  return frames
}

function readPlace(line: string): readonly (string | undefined)[] {
  return PHPUNIT.exec(line) ?? TESTER.exec(line) ?? readThrown(line)
}

/** Two steps, as one expression would take the square of the line's length. */
function readThrown(line: string): readonly (string | undefined)[] {
  const [whole, text = '', number] = THROWN.exec(line) ?? []
  const at = text.lastIndexOf(THROWN_IN)
  return at === -1 ? [] : [whole, text.slice(at + THROWN_IN.length), number]
}

function nameLast(frames: Frame[], called: string | null): void {
  const last = frames.pop()
  if (last === undefined) return
  frames.push({ ...last, function: last.function ?? called?.replace(/\(.*$/, '') ?? null })
}
