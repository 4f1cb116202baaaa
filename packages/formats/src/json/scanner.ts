import type { ReportError } from '@testwarden/core/model/errors'
import { LineCounter } from '../text/line-counter.js'
import type { WarningLog } from '../warning-log.js'
import { BareReader, GOES_ON, NO_VALUE } from './bare-reader.js'
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  isSpace,
  OPEN_BRACE,
  OPEN_BRACKET,
  skipSpace,
} from './characters.js'
import { notWellFormed, shownAt } from './fault.js'
import { JSON_LIMITS, type JsonLimits } from './limits.js'
import { Nesting } from './nesting.js'
import { OTHER_FORM, PlainValues } from './plain-values.js'
import type { JsonScannerOptions } from './scanner-options.js'
import { SHORTENED, TextReader, UNFINISHED } from './text-reader.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from './visitor.js'

/** What may come next, white space aside. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/**
 * A strict, streaming scanner for JSON: what is not well-formed is an error with its line. Text in any portions comes
 * in, members go to visitors; what is held is one unfinished key, text or number at most.
 *
 * Two liberties: `NaN` and `Infinity`, as Python writes them, are values; half a surrogate pair is U+FFFD, which is said.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export class JsonScanner {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly limits: JsonLimits
  private readonly texts: TextReader
  private readonly bare: BareReader
  private readonly lines = new LineCounter()
  private readonly around = new Nesting()
  private visitor: JsonVisitor | null
  private text = ''
  private at = 0
  /** Characters of the file before the text at hand. */
  private before = 0
  private key = ''
  private expected: Expected = 'value'
  private readonly plainValues = new PlainValues()

  constructor(
    root: JsonVisitor,
    { path, warnings, limits = JSON_LIMITS, longText, numbers = 'counts' }: JsonScannerOptions,
  ) {
    this.visitor = root
    this.path = path
    this.warnings = warnings
    this.limits = limits
    const fail = this.fail.bind(this)
    const warn = this.warn.bind(this)
    this.texts = new TextReader({ maxLength: limits.maxTextLength, longText: longText ?? null, fail, warn })
    this.bare = new BareReader({ fail, numbers, maxNumberLength: limits.maxNumberLength })
  }

  /** @throws ReportError */
  write(chunk: string): void {
    // Joined, not added: engines look characters of an added text up piece by piece, which takes twice the time.
    this.text = this.text === '' ? chunk : [this.text, chunk].join('')
    this.plainValues.load(this.text)
    while (this.at < this.text.length) if (!this.step()) break
    this.lines.drop(this.text, this.at)
    this.before += this.at
    this.text = this.text.slice(this.at)
    this.at = 0
  }

  /** @throws ReportError when the document is not complete */
  end(): void {
    const cutOff = this.endAnywhere()
    if (cutOff !== null) throw cutOff
  }

  /** @returns what is wrong when the document is not complete */
  endAnywhere(): ReportError | null {
    // A number may end with the file; everything else shows its own end.
    if (!this.texts.isOpen) this.write(' ')
    if (this.expected === 'nothing') return null
    if (this.around.depth === 0 && this.text.trim() === '') return this.fault('the file holds no value', this.at)
    return this.fault(`the file ends inside ${this.around.name()}: it is cut off`, this.at)
  }

  /** One token, or as much of it as is there. false: more text is needed. */
  private step(): boolean {
    if (this.texts.isOpen) return this.readOn()
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
    if (code !== DOUBLE_QUOTE) this.misplaced('a key in double quotes')
    if (this.visitor === null) return this.startSkipping('colon')
    const end = this.texts.readKey(this.text, this.at)
    if (end === UNFINISHED) return false
    this.key = this.texts.value
    this.at = end
    this.expected = 'colon'
    return true
  }

  private readColon(code: number): boolean {
    if (code !== COLON) this.misplaced('the colon behind a key')
    this.at++
    this.expected = 'value'
    return true
  }

  private readSeparator(code: number): boolean {
    const isObject = this.around.isObject()
    if (code === (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) return this.leave()
    if (code !== COMMA) this.misplaced(`a comma or the end of ${this.around.name()}`)
    this.at++
    this.expected = isObject ? 'key' : 'value'
    return true
  }

  private readValue(code: number): boolean {
    if (code === OPEN_BRACE) return this.readContainer('object')
    if (code === OPEN_BRACKET) return this.readContainer('array')
    if (code === DOUBLE_QUOTE) return this.readTextValue()
    return this.readBareValue()
  }

  private readContainer(container: JsonContainer): boolean {
    const end = this.plainValues.read(this.visitor, this.key, this.at)
    if (end < 0) return end === OTHER_FORM && this.enter(container)
    this.at = end
    this.endValue()
    return true
  }

  private enter(container: JsonContainer): true {
    if (this.around.depth >= this.limits.maxDepth)
      this.fail(`objects and arrays nested more than ${this.limits.maxDepth} deep`, this.at)
    this.around.push(container, this.visitor)
    this.visitor = this.visitor?.enter?.(this.key, container, this.lines.at(this.text, this.at)) ?? null
    this.key = ''
    this.expected = container === 'object' ? 'key or end' : 'value or end'
    this.at++
    return true
  }

  private leave(): true {
    this.visitor?.leave?.()
    this.visitor = this.around.pop()
    this.at++
    this.endValue()
    return true
  }

  private endValue(): void {
    this.key = ''
    this.expected = this.around.depth === 0 ? 'nothing' : 'comma or end'
  }

  private give(value: JsonScalar, end: number): true {
    this.visitor?.scalar?.(this.key, value, this.lines.at(this.text, this.at))
    this.at = end
    this.endValue()
    return true
  }

  private readTextValue(): boolean {
    if (!this.isWanted()) return this.startSkipping('comma or end')
    const end = this.texts.read(this.text, this.at)
    if (end === SHORTENED) {
      this.at++
      return true
    }
    return end !== UNFINISHED && this.give(this.texts.value, end)
  }

  private isWanted(): boolean {
    const { visitor } = this
    return visitor?.scalar !== undefined && visitor.wantsText?.(this.key) !== false
  }

  private startSkipping(expected: Expected): true {
    this.expected = expected
    this.texts.skip()
    this.at++
    return true
  }

  /** Further parts of a text that is skipped or shortened. */
  private readOn(): boolean {
    const isShortened = this.texts.isShortening
    this.at = this.texts.readOn(this.text, this.at)
    if (this.texts.isOpen) return false
    if (isShortened) return this.give(this.texts.value, this.at + 1)
    this.at++
    if (this.expected !== 'colon') this.endValue()
    return true
  }

  private readBareValue(): boolean {
    const end = this.bare.read(this.text, this.at)
    if (end === GOES_ON) return false
    if (end === NO_VALUE) return this.misplaced('a value')
    if (this.bare.oddity !== null && this.isWanted()) this.warn(this.bare.oddity)
    return this.give(this.bare.value, end)
  }

  private warn(message: string): void {
    this.warnings.add(message, this.lines.at(this.text, this.at))
  }

  private misplaced(wanted: string): never {
    return this.fail(`${shownAt(this.text, this.at)} where ${wanted} must be`, this.at)
  }

  private fail(problem: string, offset: number): never {
    throw this.fault(problem, offset)
  }

  private fault(problem: string, offset: number): ReportError {
    const line = this.lines.at(this.text, offset)
    return notWellFormed(problem, { path: this.path, line, character: this.before + offset + 1 })
  }
}
