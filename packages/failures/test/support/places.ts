import type { StackTraceLanguage } from '../../src/stack-traces/frame.js'
import { traceLines } from '../../src/stack-traces/trace-lines.js'

/** Frames as `path:line:column function`, what is not known left out. */
export function placesOf(language: StackTraceLanguage, text: string): readonly string[] {
  return language.readFrames(traceLines(text)).map(({ path, line, column, function: name }) => {
    const place = column === null ? `${path}:${line}` : `${path}:${line}:${column}`
    return name === null ? place : `${place} ${name}`
  })
}
