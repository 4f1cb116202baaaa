import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'

/** Before Rust 1.73 the message stood between `panicked at` and the place, in quotes. */
const PANIC = /(?:panicked at |', )([^\s'][^']*\.rs):(\d{1,9}):(\d{1,9}):?$/
const BACKTRACE = /^\s+at (.+\.rs):(\d{1,9})(?::(\d{1,9}))?$/
const CALL = /^\s*\d+: (?:0x[0-9a-f]+ - )?(.+)$/

/**
 * The place of a panic, then its backtrace, innermost first, where `RUST_BACKTRACE` asked for one.
 * https://doc.rust-lang.org/std/macro.panic.html, https://doc.rust-lang.org/std/backtrace/
 */
export const rust: StackTraceLanguage = {
  id: 'rust',
  displayName: 'Rust',
  marks: ['.rs:'],
  readFrames: (lines) => [...lines.flatMap(readPanic), ...lines.flatMap(readCall)],
}

function readPanic(text: string): readonly Frame[] {
  const [, path, line, column] = PANIC.exec(text) ?? []
  return path === undefined || line === undefined ? [] : [frameAt(path, line, { column })]
}

function readCall(text: string, index: number, lines: readonly string[]): readonly Frame[] {
  const [, path, line, column] = BACKTRACE.exec(text) ?? []
  if (path === undefined || line === undefined) return []
  return [frameAt(path, line, { column, function: CALL.exec(lines[index - 1] ?? '')?.[1] ?? null })]
}
