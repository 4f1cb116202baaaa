import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

/** RSpec puts `#` in front, the interpreter `from`; Ruby 3.4 opens the name with the sign that it closes it with. */
const FRAME = /^\s*(?:# ?|from )?(\S.*?\.(?:rb|rake|ru|erb)):(\d{1,9})(?::in ['`]([^']*)')?(?::.*)?$/
const MINITEST = /\[(\S+\.rb):(\d{1,9})\]:?$/
/** The first line of an exception that the interpreter prints, its message behind the place; and RSpec's heading. */
const BEGINS_BLOCK = /^\S.*:\d{1,9}:in ['`][^']*': .*\([A-Z][\w:]*\)$|^\s*(?:# )?-* ?Caused by:/

/**
 * Backtraces of the interpreter, Minitest and RSpec: innermost first, a cause after what wraps it.
 * https://docs.ruby-lang.org/en/master/Exception.html#method-i-full_message
 */
export const ruby: StackTraceLanguage = {
  id: 'ruby',
  displayName: 'Ruby',
  marks: ['.rb:', '.rake:', '.ru:', '.erb:'],
  readFrames: (lines) =>
    splitBlocks(lines, (line) => BEGINS_BLOCK.test(line))
      .toReversed()
      .flatMap((block) => block.flatMap((line) => readFrame(line) ?? [])),
}

function readFrame(text: string): Frame | null {
  const [, path, line, name] = FRAME.exec(text) ?? MINITEST.exec(text) ?? []
  if (path === undefined || line === undefined) return null
  return frameAt(path, line, { function: name ?? null })
}
