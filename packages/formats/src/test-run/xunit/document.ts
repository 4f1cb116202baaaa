import type { TestAttempt, TestFailure, TestRunReport, TestStatus } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { assemblyName } from '../dotnet/assembly-name.js'
import { FailureTexts, MESSAGE_AND_STACK_TRACE } from '../dotnet/failure-texts.js'
import { memberName } from '../dotnet/member-name.js'
import { MAX_TAGS, tagOf } from '../dotnet/tag.js'
import { microsecondsOf } from '../duration.js'
import { PASSED, type SeenCase, SKIPPED, TestRunBuilder } from '../test-run-builder.js'
import { AssemblyClaims } from './claims.js'

/** A test, or an error outside of any, while its elements go by. */
interface OpenCase extends Omit<SeenCase, 'attempts' | 'tags'> {
  readonly status: TestStatus
  readonly at: number
  readonly tags: string[]
  failure: TestFailure | null
}

const STATUS_BY_RESULT: ReadonlyMap<string | null, TestStatus> = new Map([
  ['Pass', 'passed'],
  ['Fail', 'failed'],
  ['Skip', 'skipped'],
  ['NotRun', 'skipped'],
])

/**
 * From the elements of xUnit.net's results to a report. Collections are suites, but no part of a test's identity: they
 * are about what runs side by side, and the names of most are made of the class or hold an id that changes.
 */
export class XunitDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: TestRunBuilder
  private readonly texts = new FailureTexts(MESSAGE_AND_STACK_TRACE)
  private readonly claims = new AssemblyClaims()
  /** Of the assembly at hand. */
  private path: readonly string[] = []
  private openCase: OpenCase | null = null
  private exceptionType: string | null = null
  private isInFailure = false
  private suiteCount = 0
  private holdsSuite = false

  constructor(warnings: WarningLog) {
    this.warnings = warnings
    this.builder = new TestRunBuilder(warnings)
  }

  get isTextWanted(): boolean {
    return this.texts.isWanted
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    if (name === 'test') this.openCase = this.caseOf(attributes, at)
    else if (name === 'error') this.openCase = this.errorOf(attributes, at)
    else if (name === 'trait') this.addTrait(attributes)
    else if (name === 'failure') this.beginFailure(attributes)
    else if (name === 'collection' || name === 'class') this.beginSuite()
    else if (name === 'assembly') this.beginAssembly(attributes)
    else if (name === 'assemblies') this.claims.readStart(attributes)
    else if (this.isInFailure) this.texts.open(name)
  }

  text(piece: string): void {
    this.texts.text(piece)
  }

  close(name: string): void {
    if (name === 'test' || name === 'error') this.endCase()
    else if (name === 'failure') this.endFailure()
    else if (name === 'assembly') this.endAssembly()
    else this.texts.close(name)
  }

  /**
   * The tag of a test tells how it ended, so one that is cut off counts.
   * @returns whether there is a case
   */
  endEarly(): boolean {
    if (this.isInFailure) this.endFailure()
    this.endCase()
    return this.builder.count > 0
  }

  report(): TestRunReport {
    const { startedAt, durationUs, declared } = this.claims
    return this.builder.report({ dialect: null, suites: this.suiteCount, durationUs, startedAt, declared })
  }

  private beginAssembly(attributes: XmlAttributes): void {
    const name = assemblyName(attributes.get('name') ?? '')
    this.path = name === '' ? [] : [name]
    this.holdsSuite = false
    this.claims.readAssembly(attributes)
  }

  private beginSuite(): void {
    this.holdsSuite = true
    this.suiteCount++
  }

  private endAssembly(): void {
    if (!this.holdsSuite) this.suiteCount++
  }

  private caseOf(attributes: XmlAttributes, at: number): OpenCase {
    const className = attributes.get('type')
    const line = attributes.integer('source-line')
    return {
      suite: this.path,
      className,
      name: memberName(attributes.get('name') || attributes.get('method') || '', className),
      file: attributes.get('source-file'),
      line: line > 0 ? line : null,
      durationUs: microsecondsOf(attributes.get('time') ?? ''),
      status: this.statusOf(attributes.get('result'), at),
      at,
      tags: [],
      failure: null,
    }
  }

  /** What failed outside of a test: a fixture's clean-up, an assembly that cannot be loaded. */
  private errorOf(attributes: XmlAttributes, at: number): OpenCase {
    const type = attributes.get('type') ?? 'error'
    const name = attributes.get('name') ?? ''
    return {
      suite: this.path,
      className: null,
      name: name === '' ? type : `${type}: ${name}`,
      file: null,
      line: null,
      durationUs: null,
      status: 'errored',
      at,
      tags: [],
      failure: null,
    }
  }

  private statusOf(result: string | null, at: number): TestStatus {
    const status = STATUS_BY_RESULT.get(result)
    if (status !== undefined) return status
    this.warnings.add('a test has a result that xUnit.net does not know, and counts as errored', at)
    return 'errored'
  }

  private addTrait(attributes: XmlAttributes): void {
    const tag = tagOf(attributes.get('name') ?? '', attributes.get('value') ?? '')
    if (tag !== null && this.openCase !== null && this.openCase.tags.length < MAX_TAGS) this.openCase.tags.push(tag)
  }

  private beginFailure(attributes: XmlAttributes): void {
    this.isInFailure = true
    this.exceptionType = attributes.get('exception-type')
  }

  private endFailure(): void {
    this.isInFailure = false
    const failure = this.texts.take() ?? { type: null, message: '', trace: '' }
    if (this.openCase !== null) this.openCase.failure ??= { ...failure, type: this.exceptionType ?? failure.type }
  }

  private endCase(): void {
    const ended = this.openCase
    this.openCase = null
    if (ended === null) return
    const { status, at, failure, ...seen } = ended
    this.builder.add({ ...seen, attempts: attemptsOf(status, failure) }, at)
  }
}

function attemptsOf(status: TestStatus, failure: TestFailure | null): readonly TestAttempt[] {
  if (!isFailing(status)) return status === 'passed' ? PASSED : SKIPPED
  return [{ status, durationUs: null, failure: failure ?? { type: null, message: '', trace: '' } }]
}
