import { MAX_MESSAGE, MAX_TRACE } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'

/** What is of use; everything else is only kept as it stands. */
const WANTED: readonly string[] = [
  'duration_ms',
  'type',
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
  private readonly values = new Map<string, ClippedText>()
  private readonly whole = new ClippedText(MAX_TRACE)
  private indent: number | null = null
  private current: ClippedText | null = null

  add(line: string): void {
    this.whole.add(`${line}\n`)
    const body = line.trim()
    if (body === '') return
    const indent = line.length - line.trimStart().length
    this.indent ??= indent
    if (indent <= this.indent) this.begin(body)
    else this.current?.add(`${this.current.isEmpty ? '' : '\n'}${body}`)
  }

  /** null where the block has no such member, or an empty one. */
  get(key: string): string | null {
    const text = this.values.get(key)
    if (text === undefined || text.isEmpty) return null
    const value = text.toString()
    const [, single, double] = QUOTED.exec(value) ?? []
    return single?.replaceAll("''", "'") ?? double ?? value
  }

  toString(): string {
    return this.whole.toString()
  }

  private begin(body: string): void {
    const [, key, value = ''] = MEMBER.exec(body) ?? []
    this.current = null
    if (key === undefined || !WANTED.includes(key) || this.values.has(key)) return
    this.current = new ClippedText(key === 'stack' ? MAX_TRACE : MAX_MESSAGE)
    this.values.set(key, this.current)
    if (!BLOCK_SCALAR.test(value.trim())) this.current.add(value.trim())
  }
}
