import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { instantOf } from '../../instant.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import type { ClippedText } from '../clipped-text.js'
import { TestRunBuilder } from '../test-run-builder.js'
import type { CaseQueue } from './case-queue.js'
import { readCase, readTime, type TagSource } from './case-tag.js'
import { chooseQueue } from './choose-queue.js'
import { ClueCollector } from './clues.js'
import { readCounts } from './counts.js'
import { isOutput, isSkip, statusOfElement } from './element-names.js'
import { FailureElement } from './failure-element.js'
import { FailureText } from './failure-text.js'
import { OpenCase } from './open-case.js'
import { Suites } from './suites.js'
import { UnlistedCases } from './unlisted-cases.js'

/** From the elements of a JUnit file to its report. What it knows is where it is: in a failure, a case or a suite. */
export class JunitDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: TestRunBuilder
  private readonly clues = new ClueCollector()
  private readonly suites = new Suites()
  private readonly unlisted: UnlistedCases
  private cases: CaseQueue | null = null
  private rootDeclared: DeclaredTests | null = null
  private startedAt: string | null = null
  private hasRoot = false
  private openCase: OpenCase | null = null
  /** How many elements of the case are open. */
  private depthInCase = 0
  private failure: FailureElement | null = null
  private target: ClippedText | null = null
  private isSuiteOutput = false
  /** Of a suite before, for those that name none. */
  private passedFile: string | null = null

  constructor(warnings: WarningLog) {
    this.warnings = warnings
    this.builder = new TestRunBuilder(warnings)
    this.unlisted = new UnlistedCases(warnings)
  }

  get isTextWanted(): boolean {
    return this.target !== null || this.isSuiteOutput
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    const source = { attributes, at, warnings: this.warnings }
    if (!this.hasRoot) this.readRoot(name, source)
    if (this.failure !== null) this.failure.open(name)
    else if (this.openCase !== null) this.openInCase(name, source, this.openCase)
    else this.openInSuite(name, source)
    if (this.failure !== null) this.target = this.failure.target
  }

  close(name: string): void {
    if (this.failure !== null) this.closeInFailure(this.failure)
    else if (this.openCase !== null) this.closeInCase(this.openCase)
    else if (name === 'testsuite') this.endSuite()
    else this.isSuiteOutput = false
  }

  text(piece: string): void {
    if (this.isSuiteOutput) this.cases?.addOutput(piece)
    else this.target?.add(piece)
  }

  report(): TestRunReport {
    this.cases?.flush()
    return this.builder.report({
      dialect: this.clues.dialect?.id ?? null,
      suites: this.suites.count,
      durationUs: this.suites.durationUs,
      startedAt: this.startedAt,
      declared: this.rootDeclared ?? this.suites.declared,
    })
  }

  /** Takes what is known of what is open. @returns whether any case was read */
  endEarly(): boolean {
    const { failure, openCase } = this
    if (failure !== null) this.keepFailure(failure)
    if (openCase?.isTold) this.add(openCase)
    else if (openCase !== null)
      this.warnings.add(
        'the file ends before it says what became of its last case: that one is left out',
        openCase.facts.at,
      )
    this.cases?.flush()
    while (this.suites.current !== null) this.suites.end()
    return this.builder.count > 0
  }

  private readRoot(name: string, { attributes }: TagSource): void {
    this.hasRoot = true
    this.clues.sawRoot(name, attributes)
    if (name === 'testsuite') return
    this.rootDeclared = readCounts(attributes)
    this.startedAt = instantOf(attributes.get('timestamp'))
  }

  private openInSuite(name: string, source: TagSource): void {
    const { attributes } = source
    if (name === 'testcase') this.beginCase(source)
    else if (name === 'testsuite') this.beginSuite(source)
    else if (name === 'property') this.clues.sawProperty(attributes.get('name') ?? '')
    else if (isOutput(name)) this.isSuiteOutput = this.clues.habits.output === 'suite'
    else if (this.suites.current !== null && statusOfElement(name) !== null) this.beginFailure(name, source, 'failed')
  }

  private beginSuite(source: TagSource): void {
    const { attributes, at } = source
    this.cases?.flush()
    this.clues.sawSuite(attributes)
    const { current } = this.suites
    const { habits } = this.clues
    const name = attributes.get('name') ?? ''
    const file = attributes.get('file') || null
    if (habits.passesFileOn(name)) this.passedFile = file
    const names = habits.suitePath({ name, hostname: attributes.get('hostname') ?? '' })
    this.suites.begin({
      path: [...(current?.path ?? []), ...names.filter((each) => each !== '')],
      name,
      file: file ?? current?.file ?? this.passedFile,
      declared: readCounts(attributes),
      declaredUs: readTime(source),
      at,
    })
    this.sawStart(instantOf(attributes.get('timestamp')))
  }

  private endSuite(): void {
    this.cases?.flush()
    const suite = this.suites.current
    if (suite !== null && !suite.hasCases)
      for (const seen of this.unlisted.casesOf(suite)) {
        this.suites.addCase(null)
        this.builder.add(seen, suite.at)
      }
    this.suites.end()
  }

  private sawStart(startedAt: string | null): void {
    if (startedAt === null) return
    if (this.startedAt === null || startedAt < this.startedAt) this.startedAt = startedAt
  }

  private beginCase(source: TagSource): void {
    this.clues.sawCase(source.attributes)
    this.depthInCase = 0
    this.openCase = new OpenCase(readCase(source, this.suites.current, this.clues.habits))
  }

  private openInCase(name: string, source: TagSource, openCase: OpenCase): void {
    const { attributes, at, warnings } = source
    this.depthInCase++
    const status = statusOfElement(name)
    if (status !== null) this.beginFailure(name, source, status)
    else if (isOutput(name)) this.target = openCase.output
    else if (isSkip(name)) this.readSkip(source, openCase)
    else if (name === 'success') openCase.addMark('passed')
    else if (name === 'property') this.readProperty(attributes, openCase)
    else if (name === 'testcase') warnings.add('a test case inside another one is left out', at)
  }

  private readSkip(source: TagSource, openCase: OpenCase): void {
    const message = source.attributes.get('message') ?? ''
    if (this.clues.habits.isFalseSkip(message)) this.beginFailure('error', source, 'errored')
    else openCase.addMark('skipped')
  }

  private readProperty(attributes: XmlAttributes, openCase: OpenCase): void {
    const { labels } = this.clues.habits
    if (labels === null || attributes.get('name') !== labels) return
    openCase.tags = (attributes.get('value') ?? '').split(';').filter((label) => label !== '')
  }

  private closeInCase(openCase: OpenCase): void {
    this.target = null
    if (this.depthInCase-- > 0) return
    this.openCase = null
    this.add(openCase)
  }

  private beginFailure(name: string, source: TagSource, status: 'failed' | 'errored'): void {
    const { attributes } = source
    const told = { type: attributes.get('type'), message: attributes.get('message'), durationUs: readTime(source) }
    const { messageLine } = this.clues.habits
    this.failure = new FailureElement(name, new FailureText(status, { ...told, messageLine }))
  }

  private closeInFailure(failure: FailureElement): void {
    const isOver = failure.close()
    this.target = isOver ? null : failure.target
    if (!isOver) return
    this.failure = null
    this.depthInCase--
    this.keepFailure(failure)
  }

  private keepFailure(failure: FailureElement): void {
    if (this.openCase === null) this.addSuiteFailure(failure)
    else if (!this.openCase.addFailure(failure.name, failure.text))
      this.warnings.add('a case has more failures than any test can have: the rest is left out', this.openCase.facts.at)
  }

  /** A suite that could not even start has no case: its failure is one. */
  private addSuiteFailure({ name, text }: FailureElement): void {
    const suite = this.suites.current
    if (suite === null) return
    const { path, file, at } = suite
    const bare = { status: 'passed', message: '' } as const
    const facts = { suite: path, className: null, name: suite.name || '(no name)', file, line: null }
    const failed = new OpenCase({ ...facts, durationUs: null, bare, at })
    failed.addFailure(name, text)
    this.add(failed)
  }

  private add(openCase: OpenCase): void {
    const seen = openCase.seen()
    this.suites.addCase(seen.durationUs)
    this.cases ??= chooseQueue(this.clues.habits, (ready, at) => this.builder.add(ready, at))
    this.cases.add(seen, openCase.facts.at)
  }
}
