import { LineCounter } from '../text/line-counter.js'
import { CharacterCodes } from './character-codes.js'
import { CharacterData } from './character-data.js'
import {
  EXCLAMATION,
  findForbidden,
  GREATER,
  isSpace,
  LESS,
  nameEnd,
  QUESTION,
  SLASH,
  skipSpace,
} from './characters.js'
import { breaksIn, ChunkMender } from './chunk-mender.js'
import { isDeclaration } from './declaration.js'
import { doctypeEnd, doctypeFault } from './doctype.js'
import { ElementStack } from './element-stack.js'
import { forbidden, notWellFormed } from './fail.js'
import type { XmlHandler } from './handler.js'
import type { XmlLeniency } from './leniency.js'
import { LENIENT_XML_LIMITS, XML_LIMITS, type XmlLimits } from './limits.js'
import { CDATA, COMMENT, DECLARATION, DOCTYPE, isBegunMark } from './marks.js'
import { findDoubleHyphen, findOpaqueEnd, type Inside, type OpaqueKind } from './opaque.js'
import type { ScannerOptions } from './scanner-options.js'
import { TagReader, UNFINISHED } from './tag.js'

/**
 * A strict, streaming, non-validating scanner for XML 1.0: what is not well-formed is an error with its line, unless a
 * leniency allows for it. Text in any portions comes in, events go out; what is held is one unfinished tag at most.
 *
 * Document type declarations are skipped, entities other than the predefined five are errors. Names are not resolved
 * against namespaces. Why our own: docs/decisions/0002-our-own-xml-scanner.md.
 * @see https://www.w3.org/TR/xml/
 */
export class XmlScanner {
  private readonly handler: XmlHandler
  private readonly path: string
  private readonly limits: XmlLimits
  private readonly tag: TagReader
  private readonly characters = new CharacterCodes()
  private readonly lines = new LineCounter()
  private readonly elements: ElementStack
  private readonly data: CharacterData
  private text = ''
  private at = 0
  private inside: Inside = 'content'
  private hasStarted = false
  private hasDoctype = false

  private readonly leniency: XmlLeniency | null
  private readonly mender: ChunkMender | null

  constructor(handler: XmlHandler, options: ScannerOptions) {
    this.handler = handler
    this.path = options.path
    this.leniency = options.leniency ?? null
    this.mender = this.leniency === null ? null : new ChunkMender(this.leniency)
    this.limits = options.limits ?? (this.leniency === null ? XML_LIMITS : LENIENT_XML_LIMITS)
    this.elements = new ElementStack(this.limits.maxDepth)
    const { characters } = this
    const context = { limits: this.limits, fail: this.fail.bind(this), leniency: this.leniency }
    this.tag = new TagReader(characters, context)
    const refuse = this.refuse.bind(this)
    this.data = new CharacterData({ handler, elements: this.elements, characters, refuse, ...context })
  }

  /** @throws ReportError */
  write(chunk: string): void {
    // Joined, not added: engines look characters of an added text up piece by piece, which takes twice the time.
    const usable = this.mender === null ? chunk : this.mender.mend(chunk, this.lines.first + breaksIn(this.text))
    this.text = this.text === '' ? usable : [this.text, usable].join('')
    this.characters.show(this.text)
    this.at = 0
    while (this.at < this.text.length) if (!this.step()) break
    this.lines.drop(this.text, this.at)
    this.text = this.text.slice(this.at)
  }

  /** @throws ReportError when the document is not complete, and nothing allows for that */
  end(): void {
    const problem = this.incompleteness()
    if (problem === null) return
    if (this.leniency === null || !this.elements.hasBegun) this.fail(problem, 0)
    this.leniency.endedEarly(notWellFormed(problem, this.placeOf(0)))
  }

  private incompleteness(): string | null {
    if (this.inside !== 'content') return `the file ends inside a ${this.inside}: it is cut off`
    if (this.text.startsWith('<')) return 'the file ends inside a tag: it is cut off'
    if (this.text.trim() !== '' && !this.elements.isInRoot) this.fail('text outside the root element', 0)
    return this.elements.finish()
  }

  /** One construct, or as much of it as is there. false: more text is needed. */
  private step(): boolean {
    if (this.inside !== 'content') return this.readOpaque(this.inside)
    if (this.text.charCodeAt(this.at) !== LESS) return this.readText()
    if (this.at + 1 >= this.text.length) return false
    const next = this.text.charCodeAt(this.at + 1)
    if (next === SLASH) return this.readEndTag()
    if (next === QUESTION) return this.startInstruction()
    if (next === EXCLAMATION) return this.startDeclaration()
    return this.readStartTag()
  }

  private readStartTag(): boolean {
    const { text, at, tag } = this
    const end = tag.nameEnd(text, at + 1)
    if (end === at + 1) this.fail('a < that starts no tag (write &lt;)', at)
    const behind = end >= text.length ? UNFINISHED : tag.readAttributes(text, end)
    if (behind === UNFINISHED) return this.waitForTag()
    if (behind - at > this.limits.maxTagLength) this.failLength()
    if (tag.oddities.length > 0) for (const oddity of tag.oddities) this.refuse(oddity, at)
    this.beginElement(tag.intern(text, at + 1, end))
    this.at = behind
    if (this.mender !== null) this.lines.skip(this.mender.takeBreaks())
    return true
  }

  private beginElement(name: string): void {
    const line = this.lines.at(this.text, this.at)
    const problem = this.elements.begin(name, line)
    if (problem !== null) this.fail(problem, this.at)
    this.hasStarted = true
    this.data.startAnew()
    this.handler.open(name, this.tag.attributes, line)
    if (this.tag.isSelfClosing) this.endElement(name)
  }

  private endElement(name: string): void {
    const problem = this.elements.end(name)
    if (problem !== null) this.fail(problem, this.at)
    this.data.startAnew()
    this.handler.close(name)
  }

  private readEndTag(): boolean {
    const { text, at, tag } = this
    const end = tag.nameEnd(text, at + 2)
    const close = skipSpace(text, end)
    if (close >= text.length) return this.waitForTag()
    if (end === at + 2) this.fail('an end tag without a name', at)
    if (text.charCodeAt(close) !== GREATER) this.fail('an end tag with something behind its name', close)
    this.endElement(tag.intern(text, at + 2, end))
    this.at = close + 1
    return true
  }

  private readText(): boolean {
    const { at } = this
    this.at = this.data.read(this.text, at)
    if (this.at > at) this.hasStarted = true
    return this.at > at
  }

  private waitForTag(): false {
    if (this.mender !== null) this.text = this.mender.cutTag(this.text, this.at, this.lines)
    if (this.text.length - this.at > this.limits.maxTagLength) this.failLength()
    return false
  }

  private failLength(): never {
    return this.fail(`a tag longer than ${this.limits.maxTagLength} characters`, this.at)
  }

  private startDeclaration(): boolean {
    const { text, at } = this
    if (text.startsWith(COMMENT, at)) return this.enter('comment', COMMENT.length)
    if (text.startsWith(CDATA, at)) {
      if (!this.elements.isInRoot) this.fail('a CDATA section outside the root element', at)
      return this.enter('CDATA section', CDATA.length)
    }
    if (text.startsWith(DOCTYPE, at)) return this.skipDoctype()
    if (!isBegunMark(text.slice(at, at + CDATA.length))) this.fail('an unknown <! construct', at)
    return false
  }

  private skipDoctype(): boolean {
    const { text, at } = this
    if (this.elements.hasBegun || this.hasDoctype) this.fail('a document type declaration in the wrong place', at)
    const end = doctypeEnd(text, at + DOCTYPE.length)
    if (end === -1) return this.waitForTag()
    const fault = doctypeFault(text, at, end)
    if (fault !== null) this.fail(fault.problem, fault.offset)
    this.hasStarted = true
    this.hasDoctype = true
    this.at = end
    return true
  }

  private enter(inside: OpaqueKind, length: number): true {
    this.inside = inside
    this.hasStarted = true
    this.at += length
    return true
  }

  /** As much of a comment, instruction or CDATA section as is there; no mender leaves forbidden characters in it. */
  private readOpaque(kind: OpaqueKind): boolean {
    const { text, at } = this
    const { end, behind } = findOpaqueEnd(kind, text, at)
    const bad = this.mender === null ? findForbidden(text, at, end) : -1
    if (bad !== -1) this.fail(forbidden(text.charCodeAt(bad)), bad)
    const hyphens = kind === 'comment' ? findDoubleHyphen(text, at, end) : -1
    if (hyphens !== -1) this.refuse('a -- inside a comment', hyphens)
    if (kind === 'CDATA section' && end > at) this.data.take(text, at, end)
    this.at = behind ?? end
    if (behind !== null) this.inside = 'content'
    return behind !== null
  }

  private startInstruction(): boolean {
    const { text, at } = this
    const end = nameEnd(text, at + 2)
    if (end >= text.length) return this.waitForTag()
    if (end === at + 2) this.fail('a processing instruction without a name', at)
    const name = text.slice(at + 2, end)
    if (name.toLowerCase() === 'xml') return this.readDeclaration(name)
    if (!isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== QUESTION)
      this.fail('a processing instruction with something other than white space behind its name', end)
    return this.enter('processing instruction', end - at)
  }

  private readDeclaration(name: string): boolean {
    if (this.hasStarted || name !== 'xml')
      this.fail('an XML declaration that is not the first thing in the file', this.at)
    const end = this.text.indexOf('?>', this.at)
    if (end === -1) return this.waitForTag()
    if (!isDeclaration(this.text.slice(this.at + DECLARATION.length, end)))
      this.fail('an XML declaration that is not well-formed', this.at)
    this.hasStarted = true
    this.at = end + 2
    return true
  }

  private fail(problem: string, offset: number): never {
    throw notWellFormed(problem, this.placeOf(offset))
  }

  private refuse(problem: string, offset: number): void {
    if (this.leniency === null) this.fail(problem, offset)
    this.leniency.mended(problem, this.placeOf(offset).line)
  }

  private placeOf(offset: number): { readonly path: string; readonly line: number } {
    return { path: this.path, line: this.lines.at(this.text, offset) }
  }
}
