import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

/** Node opens a brace behind the last one where the error has more to show. */
const V8 = /^\s*at (.+?)(?: \{)?$/
const IN_BRACKETS = /^(.*) \(([^()]+)\)$/
const PLACE = /^(.+):(\d{1,9}):(\d{1,9})$/
/** Firefox and Safari. */
const GECKO = /^\s*([^@]*)@(.*[/\\].*):(\d{1,9}):(\d{1,9})$/
const VITEST = /^\s*❯ (?:(.+) )?(\S+):(\d{1,9}):(\d{1,9})$/
/** What Node prints above the source of an error that nobody caught. */
const UNCAUGHT = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*\.[cm]?[jt]sx?):(\d{1,9})$/
const CAUSE = /^\s*(?:\[cause\]|cause|Caused by): /

/**
 * V8 (Node, Chrome, Deno, Bun; Jest, Mocha, Playwright, Cypress), Gecko and WebKit, and Vitest's own form: innermost
 * first, a cause after what wraps it.
 * https://v8.dev/docs/stack-trace-api
 */
export const javascript: StackTraceLanguage = {
  id: 'javascript',
  displayName: 'JavaScript and TypeScript',
  marks: ['at ', '❯ ', '@', '.js', '.ts'],
  readFrames(lines) {
    const blocks = splitBlocks(lines, (line) => CAUSE.test(line))
    const frames = blocks.toReversed().flatMap((block) => block.flatMap((line) => readFrame(line) ?? []))
    return [...readUncaught(lines), ...frames]
  },
}

function readUncaught(lines: readonly string[]): readonly Frame[] {
  const [, path, line] = UNCAUGHT.exec(lines[0] ?? '') ?? []
  return path === undefined || line === undefined ? [] : [frameAt(toPath(path), line)]
}

function readFrame(line: string): Frame | null {
  const [, written] = V8.exec(line) ?? []
  if (written !== undefined) return readV8(written)
  const [, name, path, number, column] = VITEST.exec(line) ?? GECKO.exec(line) ?? []
  if (path === undefined || number === undefined) return null
  return frameAt(toPath(path), number, { column, function: name || null })
}

function readV8(written: string): Frame | null {
  const [, name = null, inBrackets] = IN_BRACKETS.exec(written) ?? []
  const [, path, line, column] = PLACE.exec(inBrackets ?? written.replace(/^async /, '')) ?? []
  // Backtraces of Rust have the same form.
  if (path === undefined || line === undefined || path.includes('<anonymous>') || path.endsWith('.rs')) return null
  return frameAt(toPath(path), line, { column, function: name?.replace(/^async /, '') ?? null })
}

/** Bundlers and development servers name modules by URL, with a query that changes from build to build. */
function toPath(written: string): string {
  if (written.startsWith('file://')) return fromFileUrl(written.slice('file://'.length))
  const [, bundled] = /^webpack(?:-internal)?:\/\/[^/]*\/(?:\.\/)?(.+)$/.exec(written) ?? []
  if (bundled !== undefined) return bundled.replace(/\?.*$/, '')
  const [, served] = /^https?:\/\/[^/]+\/([^?#]+)/.exec(written) ?? []
  return served ?? written
}

function fromFileUrl(path: string): string {
  const bare = /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
