import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

/** What stands in front of the last brackets may have brackets itself: Kotlin lets tests be named in plain words. */
const FRAME = /^\s*(?:\| *)?at (.+)\(([^():\s]+\.\w{1,8}):(\d{1,9})\)/
const BEGINS_BLOCK = /^\s*(?:Caused by|Suppressed): /
const SUPPRESSED = /^\s*Suppressed: /

/**
 * `Throwable.printStackTrace`: innermost first, a cause after what wraps it, suppressed exceptions in between. A frame has
 * a class and a file without folder: its path is that of the package, as in `a/b/Foo.java`.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Throwable.html#printStackTrace()
 */
export const java: StackTraceLanguage = {
  id: 'java',
  displayName: 'Java and Kotlin',
  marks: ['.java:', '.kt:', '.scala:', '.groovy:', '.kts:', '.clj:'],
  readFrames(lines) {
    const blocks = splitBlocks(lines, (line) => BEGINS_BLOCK.test(line))
    const isSuppressed = (block: readonly string[]): boolean => SUPPRESSED.test(block[0] ?? '')
    const causes = blocks.filter((block) => !isSuppressed(block)).toReversed()
    return [...causes, ...blocks.filter(isSuppressed)].flatMap((block) =>
      block.flatMap((line) => readFrame(line) ?? []),
    )
  },
}

function readFrame(line: string): Frame | null {
  const [, call, file, number] = FRAME.exec(line) ?? []
  if (call === undefined || file === undefined || number === undefined) return null
  // A class loader or module stands in front, such as `app//` or `java.base/`.
  const names = call.slice(call.lastIndexOf('/') + 1).split('.')
  return frameAt([...names.slice(0, -2), file].join('/'), number, { function: names.slice(-2).join('.') })
}
