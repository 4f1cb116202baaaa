import { ReportError } from '@testwarden/core/model/errors'
import type { WarningLog } from '../warning-log.js'
import { LineCounter } from '../xml/line-counter.js'
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HYPHEN,
  isDigit,
  isSpace,
  OPEN_BRACE,
  OPEN_BRACKET,
  skipSpace,
} from './characters.js'
import { JSON_LIMITS, type JsonLimits } from './limits.js'
import { NameCache } from './name-cache.js'
import { numberEnd, readNumber } from './number.js'
import { escapeLength, expandEscapes, plainEnd } from './text.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from './visitor.js'

const REMEDY = 'Run the tests again so that the tool writes the report anew, and check that nothing else writes to it.'
const SATURATED = 'a number beyond 2^53 - 1 counts as 2^53 - 1'
const MAX_WORD_LENGTH = 16
const HALF_PAIR = /\p{Surrogate}/gu

const WORDS: ReadonlyMap<string, JsonScalar> = new Map<string, JsonScalar>([
  ['true', true],
  ['false', false],
  ['null', null],
])
/** No JSON, but Python's json module writes them. */
const PYTHON_WORDS: readonly string[] = ['NaN', 'Infinity', '-Infinity']

/** What may come next, white space aside. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/**
 * A strict, streaming scanner for JSON: what is not well-formed is an error with its line. Text in any portions comes
 * in, members go to visitors; what is held is one unfinished key, text or number at most.
 *
 * Two liberties, both said: `NaN` and `Infinity`, as Python writes them, are null; half a surrogate pair is U+FFFD.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export class JsonScanner {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly limits: JsonLimits
  private readonly names = new NameCache()
  private readonly lines = new LineCounter()
  /** Around the place at hand, outermost first: two columns, so that a container costs no object. */
  private readonly containers: JsonContainer[] = []
  private readonly visitors: (JsonVisitor | null)[] = []
  private visitor: JsonVisitor | null
  private text = ''
  private at = 0
  /** Characters of the file before the text at hand. */
  private before = 0
  private key = ''
  private expected: Expected = 'value'
  /** Inside a text that nobody asked for. */
  private isSkipping = false

  constructor(
    root: JsonVisitor,
    options: { readonly path: string; readonly warnings: WarningLog; readonly limits?: JsonLimits },
  ) {
    this.visitor = root
    this.path = options.path
    this.warnings = options.warnings
    this.limits = options.limits ?? JSON_LIMITS
  }

  /** @throws ReportError */
  write(chunk: string): void {
    // Joined, not added: engines look characters of an added text up piece by piece, which takes twice the time.
    this.text = this.text === '' ? chunk : [this.text, chunk].join('')
    this.at = 0
    this.scan()
    this.lines.drop(this.text, this.at)
    this.before += this.at
    this.text = this.text.slice(this.at)
  }

  /** @throws ReportError when the document is not complete */
  end(): void {
    // A number may end with the file; everything else shows its own end.
    if (this.text !== '' && !this.isSkipping) {
      this.text += ' '
      this.at = 0
      this.scan()
    }
    if (this.expected === 'nothing') return
    if (this.containers.length === 0 && this.text.trim() === '') this.fail('the file holds no value', this.at)
    this.fail(`the file ends inside ${this.place()}: it is cut off`, this.at)
  }

  private scan(): void {
    while (this.at < this.text.length) if (!this.step()) break
  }

  /** One token, or as much of it as is there. false: more text is needed. */
  private step(): boolean {
    if (this.isSkipping) return this.skipText()
    const code = this.text.charCodeAt(this.at)
    if (isSpace(code)) {
      this.at = skipSpace(this.text, this.at)
      return true
    }
    switch (this.expected) {
      case 'key or end':
        return code === CLOSE_BRACE ? this.leave() : this.readKey(code)
      case 'key':
        return this.readKey(code)
      case 'colon':
        return this.readColon(code)
      case 'value or end':
        return code === CLOSE_BRACKET ? this.leave() : this.readValue(code)
      case 'value':
        return this.readValue(code)
      case 'comma or end':
        return this.readSeparator(code)
      case 'nothing':
        return this.fail('something behind the end of the document', this.at)
    }
  }

  private readKey(code: number): boolean {
    if (code !== DOUBLE_QUOTE) this.fail(`${this.shown()} where a key in double quotes must be`, this.at)
    if (this.visitor === null) return this.startSkipping('colon')
    const key = this.readText()
    if (key === null) return false
    this.key = key
    this.expected = 'colon'
    return true
  }

  private readColon(code: number): boolean {
    if (code !== COLON) this.fail(`${this.shown()} where the colon behind a key must be`, this.at)
    this.at++
    this.expected = 'value'
    return true
  }

  private readSeparator(code: number): boolean {
    const isObject = this.containers[this.containers.length - 1] === 'object'
    if (code === (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) return this.leave()
    if (code !== COMMA) this.fail(`${this.shown()} where a comma or the end of ${this.place()} must be`, this.at)
    this.at++
    this.expected = isObject ? 'key' : 'value'
    return true
  }

  private readValue(code: number): boolean {
    if (code === OPEN_BRACE) return this.readPlain() || this.enter('object')
    if (code === OPEN_BRACKET) return this.readPlain() || this.enter('array')
    if (code === DOUBLE_QUOTE) return this.readTextValue()
    if (isDigit(code) || code === HYPHEN) return this.readNumberValue()
    return this.readWord()
  }

  /** false: nothing was read. */
  private readPlain(): boolean {
    const end = this.visitor?.readPlain?.(this.key, this.text, this.at) ?? -1
    if (end === -1) return false
    this.at = end
    this.endValue()
    return true
  }

  private enter(container: JsonContainer): true {
    const { visitor } = this
    if (this.containers.length >= this.limits.maxDepth)
      this.fail(`objects and arrays nested more than ${this.limits.maxDepth} deep`, this.at)
    this.containers.push(container)
    this.visitors.push(visitor)
    this.visitor = visitor?.enter?.(this.key, container, this.lines.at(this.text, this.at)) ?? null
    this.key = ''
    this.expected = container === 'object' ? 'key or end' : 'value or end'
    this.at++
    return true
  }

  private leave(): true {
    this.visitor?.leave?.()
    this.containers.pop()
    this.visitor = this.visitors.pop() ?? null
    this.at++
    this.endValue()
    return true
  }

  private endValue(): void {
    this.key = ''
    this.expected = this.containers.length === 0 ? 'nothing' : 'comma or end'
  }

  private give(value: JsonScalar): true {
    this.visitor?.scalar?.(this.key, value, this.lines.at(this.text, this.at))
    this.endValue()
    return true
  }

  private readTextValue(): boolean {
    if (this.visitor?.scalar === undefined) return this.startSkipping('comma or end')
    const { at } = this
    const value = this.readText()
    if (value === null) return false
    const behind = this.at
    this.at = at
    this.give(value)
    this.at = behind
    return true
  }

  /** null: it goes on behind the text at hand. */
  private readText(): string | null {
    const { text, at } = this
    let end = plainEnd(text, at + 1)
    const isPlain = text.charCodeAt(end) === DOUBLE_QUOTE
    if (!isPlain) end = this.textEnd(end)
    if (end - at > this.limits.maxTextLength)
      this.fail(`a text longer than ${this.limits.maxTextLength} characters`, at)
    if (end >= text.length || text.charCodeAt(end) !== DOUBLE_QUOTE) return null
    this.at = end + 1
    return isPlain ? this.names.take(text, at + 1, end) : this.mend(expandEscapes(text.slice(at + 1, end)))
  }

  /** The closing quote, or where the part ends that is complete. */
  private textEnd(start: number): number {
    const { text } = this
    let end = plainEnd(text, start)
    while (text.charCodeAt(end) === BACKSLASH) {
      const length = escapeLength(text, end)
      if (length === null) this.fail('a backslash with something behind it that JSON does not know', end)
      if (length === 0) return end
      end = plainEnd(text, end + length)
    }
    if (end < text.length && text.charCodeAt(end) !== DOUBLE_QUOTE)
      this.fail('a line end or another control character inside a text', end)
    return end
  }

  private mend(text: string): string {
    const mended = text.replace(HALF_PAIR, '\ufffd')
    if (mended !== text) this.warn('half a surrogate pair in a text was replaced by U+FFFD')
    return mended
  }

  private startSkipping(expected: Expected): true {
    this.expected = expected
    this.isSkipping = true
    this.at++
    return true
  }

  private skipText(): boolean {
    const end = this.textEnd(this.at)
    const isClosed = this.text.charCodeAt(end) === DOUBLE_QUOTE
    this.at = isClosed ? end + 1 : end
    this.isSkipping = !isClosed
    if (isClosed && this.expected !== 'colon') this.endValue()
    return isClosed
  }

  private readNumberValue(): boolean {
    const { text, at } = this
    const end = numberEnd(text, at)
    if (end - at > this.limits.maxNumberLength)
      this.fail(`a number longer than ${this.limits.maxNumberLength} characters`, at)
    if (end >= text.length) return false
    const value = readNumber(text, at, end)
    if (value === null) return this.readWord()
    this.give(Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : this.saturate(value))
    this.at = end
    return true
  }

  private saturate(value: number): number {
    if (this.visitor?.scalar !== undefined) this.warn(SATURATED)
    return Math.sign(value) * Number.MAX_SAFE_INTEGER
  }

  private readWord(): boolean {
    const { text, at } = this
    const end = wordEnd(text, at)
    if (end >= text.length && end - at < MAX_WORD_LENGTH) return false
    const word = text.slice(at, end)
    const value = WORDS.get(word)
    if (value === undefined && !PYTHON_WORDS.includes(word)) this.fail(`${this.shown()} where a value must be`, at)
    if (value === undefined) this.warn(`${word} is no JSON number: it is read as null`)
    this.give(value ?? null)
    this.at = end
    return true
  }

  private warn(message: string): void {
    this.warnings.add(message, this.lines.at(this.text, this.at))
  }

  /** For messages: what stands at the place at hand. */
  private shown(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)
    return character < ' ' ? 'a control character' : character
  }

  private place(): string {
    const container = this.containers[this.containers.length - 1]
    if (container === undefined) return 'its only value'
    return container === 'object' ? 'an object' : 'an array'
  }

  private fail(problem: string, offset: number): never {
    const line = this.lines.at(this.text, offset)
    const place = `line ${line} (character ${this.before + offset + 1} of the file)`
    throw new ReportError(`not well-formed JSON in ${place}: ${problem}`, { path: this.path, line, remedy: REMEDY })
  }
}

/** Behind what belongs together: letters, digits, signs and points. */
function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && at - start < MAX_WORD_LENGTH && isWordCharacter(text.charAt(at))) at++
  return at
}

function isWordCharacter(character: string): boolean {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    '0123456789+-.'.includes(character)
  )
}
