import { MAX_MESSAGE, MAX_TRACE } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'

/** What is of use of a result that passed. */
export const OF_PASSED: readonly string[] = ['duration_ms', 'type']
/** What is of use of one that failed; everything else of it is only kept as it stands. */
export const OF_FAILED: readonly string[] = [
  ...OF_PASSED,
  'failureType',
  'name',
  'message',
  'error',
  'stack',
  'at',
  'location',
  'operator',
  'expected',
  'actual',
  'diff',
]
const MEMBER = /^([A-Za-z_][\w-]{0,60}):(?:\s(.*))?$/
/** A text of several lines follows. */
const BLOCK_SCALAR = /^[|>][+-]?\d?$/
const QUOTED = /^'(.*)'$|^"(.*)"$/

/**
 * The diagnostics of one result. No YAML parser: test runners write a flat map, texts of several lines, and a map `at`.
 * What is written otherwise is still kept whole as trace.
 */
export class YamlBlock {
  private readonly wanted: readonly string[]
  private readonly values = new Map<string, string | ClippedText>()
  private readonly whole: ClippedText | null
  private indent: number | null = null
  private current: ClippedText | null = null

  constructor(wanted: readonly string[]) {
    this.wanted = wanted
    this.whole = wanted === OF_PASSED ? null : new ClippedText(MAX_TRACE)
  }

  add(line: string): void {
    this.whole?.add(`${line}\n`)
    const body = line.trim()
    if (body === '') return
    const indent = line.length - line.trimStart().length
    this.indent ??= indent
    if (indent <= this.indent) this.begin(body)
    else this.current?.add(`${this.current.isEmpty ? '' : '\n'}${body}`)
  }

  /** null where the block has no such member, or an empty one. */
  get(key: string): string | null {
    const value = this.values.get(key)?.toString() ?? ''
    if (value === '') return null
    const [, single, double] = QUOTED.exec(value) ?? []
    return single?.replaceAll("''", "'") ?? double ?? value
  }

  toString(): string {
    return this.whole?.toString() ?? ''
  }

  private begin(body: string): void {
    const [, key, written = ''] = MEMBER.exec(body) ?? []
    const value = written.trim()
    this.current = null
    if (key === undefined || !this.wanted.includes(key) || this.values.has(key)) return
    if (value !== '' && !BLOCK_SCALAR.test(value)) this.values.set(key, value.slice(0, MAX_MESSAGE))
    else this.values.set(key, this.beginText(key))
  }

  private beginText(key: string): ClippedText {
    this.current = new ClippedText(key === 'stack' ? MAX_TRACE : MAX_MESSAGE)
    return this.current
  }
}
