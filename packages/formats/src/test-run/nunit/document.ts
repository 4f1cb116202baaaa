import type { TestAttempt, TestFailure, TestRunReport, TestStatus } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { FailureTexts, MESSAGE_AND_STACK_TRACE } from '../dotnet/failure-texts.js'
import { MAX_TAGS, tagOf } from '../dotnet/tag.js'
import { PASSED, SKIPPED, TestRunBuilder } from '../test-run-builder.js'
import type { NunitGeneration, NunitIdentity, NunitOutcome, NunitRun, NunitSuite } from './generation.js'

interface OpenSuite {
  readonly suite: NunitSuite
  readonly outcome: NunitOutcome
  readonly durationUs: number | null
  /** Its own and those of all suites around it. */
  tags: readonly string[]
  failure: TestFailure | null
  holdsCase: boolean
  holdsSuite: boolean
  /** Somewhere below. */
  holdsFailure: boolean
}

interface OpenCase {
  readonly identity: NunitIdentity
  readonly outcome: NunitOutcome
  readonly durationUs: number | null
  readonly at: number
  tags: readonly string[]
  failure: TestFailure | null
}

const NO_RUN: NunitRun = { dialect: null, startedAt: null, durationUs: null, declared: null }
const TEAR_DOWN = 'OneTimeTearDown'

/** From the elements of NUnit's results to a report. Both generations nest suites, and cases in them. */
export class NunitDocument implements XmlHandler {
  private readonly generation: NunitGeneration
  private readonly builder: TestRunBuilder
  private readonly texts = new FailureTexts(MESSAGE_AND_STACK_TRACE)
  private readonly suites: OpenSuite[] = []
  private openCase: OpenCase | null = null
  private run: NunitRun = NO_RUN
  private isExplained = false
  private suiteCount = 0
  private outermostUs: number | null = null
  private depth = 0

  constructor(generation: NunitGeneration, warnings: WarningLog) {
    this.generation = generation
    this.builder = new TestRunBuilder(warnings)
  }

  get isTextWanted(): boolean {
    return this.texts.isWanted
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    if (this.depth++ === 0) this.run = this.generation.run(attributes)
    if (name === 'test-case') this.beginCase(attributes, at)
    else if (name === 'test-suite') this.beginSuite(attributes)
    else if (isExplanation(name)) this.isExplained = true
    else if (name === 'property') this.addTag(attributes.get('name') ?? '', attributes.get('value') ?? '')
    else if (name === 'category') this.addTag('Category', attributes.get('name') ?? '')
    else if (this.isExplained) this.texts.open(name)
  }

  text(piece: string): void {
    this.texts.text(piece)
  }

  close(name: string): void {
    this.depth--
    if (name === 'test-case') this.endCase()
    else if (name === 'test-suite') this.endSuite()
    else if (isExplanation(name)) this.endExplanation()
    else this.texts.close(name)
  }

  /**
   * The tag of a case tells how it ended, so one that is cut off counts. What suites say of themselves does not: nobody
   * knows what else was in them.
   * @returns whether there is a case
   */
  endEarly(): boolean {
    if (this.isExplained) this.endExplanation()
    this.endCase()
    for (const { holdsCase } of this.suites) if (holdsCase) this.suiteCount++
    return this.builder.count > 0
  }

  report(): TestRunReport {
    const { dialect, startedAt, durationUs, declared } = this.run
    return this.builder.report({
      dialect,
      suites: this.suiteCount,
      durationUs: durationUs ?? this.outermostUs,
      startedAt,
      declared,
    })
  }

  private beginSuite(attributes: XmlAttributes): void {
    const parent = this.suites.at(-1) ?? null
    if (parent !== null) parent.holdsSuite = true
    this.suites.push({
      suite: this.generation.suite(attributes, parent?.suite ?? null),
      outcome: this.generation.outcome(attributes),
      durationUs: this.generation.durationUs(attributes),
      tags: parent?.tags ?? [],
      failure: null,
      holdsCase: false,
      holdsSuite: false,
      holdsFailure: false,
    })
  }

  private endSuite(): void {
    const ended = this.suites.pop()
    if (ended === undefined) return
    this.addFailureOfSuite(ended)
    if (ended.holdsCase || !ended.holdsSuite) this.suiteCount++
    const parent = this.suites.at(-1)
    if (parent !== undefined) parent.holdsFailure ||= ended.holdsFailure
    else if (ended.durationUs !== null) this.outermostUs = (this.outermostUs ?? 0) + ended.durationUs
  }

  /** A suite may fail where none of its cases does: its tear-down throws, its assembly cannot be loaded. */
  private addFailureOfSuite(ended: OpenSuite): void {
    const { suite, outcome } = ended
    if (!isFailing(outcome.status) || (ended.holdsFailure && !outcome.isTearDown)) return
    ended.holdsFailure = true
    ended.holdsCase = true
    const failure = ended.failure ?? { type: null, message: outcome.label, trace: '' }
    this.builder.add(
      {
        suite: suite.path,
        className: suite.fullName,
        name: outcome.isTearDown ? TEAR_DOWN : suite.name,
        file: null,
        line: null,
        durationUs: null,
        tags: ended.tags,
        attempts: [{ status: 'errored', durationUs: null, failure }],
      },
      null,
    )
  }

  private beginCase(attributes: XmlAttributes, at: number): void {
    const around = this.suites.at(-1) ?? null
    this.openCase = {
      identity: this.generation.identity(attributes, around?.suite ?? null),
      outcome: this.generation.outcome(attributes),
      durationUs: this.generation.durationUs(attributes),
      at,
      tags: around?.tags ?? [],
      failure: null,
    }
  }

  private endCase(): void {
    const ended = this.openCase
    this.openCase = null
    if (ended === null) return
    const around = this.suites.at(-1)
    if (around !== undefined) {
      around.holdsCase = true
      around.holdsFailure ||= isFailing(ended.outcome.status)
    }
    const { identity, durationUs, tags, at } = ended
    this.builder.add(
      {
        suite: around?.suite.path ?? [],
        ...identity,
        file: null,
        line: null,
        durationUs,
        tags,
        attempts: attemptsOf(ended),
      },
      at,
    )
  }

  private endExplanation(): void {
    this.isExplained = false
    const failure = this.texts.take()
    const owner = this.openCase ?? this.suites.at(-1)
    if (owner !== undefined) owner.failure ??= failure
  }

  private addTag(name: string, value: string): void {
    const tag = tagOf(name, value)
    const owner = this.openCase ?? this.suites.at(-1)
    if (tag === null || owner === undefined || owner.tags.length >= MAX_TAGS || owner.tags.includes(tag)) return
    owner.tags = [...owner.tags, tag]
  }
}

/** Why an assembly cannot be loaded is a reason, why a test failed is a failure. */
function isExplanation(name: string): boolean {
  return name === 'failure' || name === 'reason'
}

function attemptsOf({ outcome: { status, label }, failure }: OpenCase): readonly TestAttempt[] {
  if (!isFailing(status)) return status === 'passed' ? PASSED : SKIPPED
  return [failed(status, failure ?? { type: null, message: label, trace: '' })]
}

function failed(status: TestStatus, failure: TestFailure): TestAttempt {
  return { status, durationUs: null, failure }
}
