import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

/**
 * The words `at`, `in` and `line` are in the language of the machine: `bei`, `dans`, `Zeile`. Read from the end, in steps
 * of which each takes no more time than the line is long.
 */
const LINE = /^(.*):[^\s:]+ (\d{1,9})\.?$/
const SOURCE = /\.(?:cs|fs|vb|razor|cshtml)$/
const PLACE = /^\s*\S+ (.+\)) \S+ (.+)$/
/** xUnit and NUnit print an inner exception after the outer one; the runtime prints it before, so that it needs no turning. */
const INNER = /^\s*-{2,5} ?(?:Inner Stack Trace|\w*Exception\b)/

/**
 * `Exception.ToString()` of .NET: innermost first. Frames without a file, those of libraries, are left out.
 * https://learn.microsoft.com/dotnet/api/system.exception.stacktrace
 */
export const csharp: StackTraceLanguage = {
  id: 'csharp',
  displayName: 'C#',
  marks: ['.cs:', '.fs:', '.vb:', '.razor:', '.cshtml:'],
  readFrames: (lines) =>
    splitBlocks(lines, (line) => INNER.test(line))
      .toReversed()
      .flatMap((block) => block.flatMap((line) => readFrame(line) ?? [])),
}

function readFrame(text: string): Frame | null {
  const [, before, line] = LINE.exec(text) ?? []
  if (before === undefined || line === undefined || !SOURCE.test(before)) return null
  const [, call, path] = PLACE.exec(before) ?? []
  if (call === undefined || path === undefined) return null
  return frameAt(path, line, { function: call.slice(0, call.indexOf('(')) })
}
