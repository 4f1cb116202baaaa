import type { TestRunReport } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { instantOf } from '../../instant.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { FailureTexts } from '../dotnet/failure-texts.js'
import { TestDefinitions } from './definitions.js'
import { joinResults, type TrxTimes } from './join-results.js'
import { localName } from './local-name.js'
import { isResult, resultOf, type TrxResult } from './results.js'
import { RunSummary } from './run-summary.js'
import { elapsedUs } from './span.js'

/** From the elements of a TRX file to its report. Results wait for the definitions, which mostly come behind them. */
export class TrxDocument implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly definitions = new TestDefinitions()
  private readonly summary: RunSummary
  private readonly texts = new FailureTexts({ message: 'Message', trace: 'StackTrace' })
  private readonly results: TrxResult[] = []
  /** The results around the place at hand, outermost first. */
  private readonly openResults: TrxResult[] = []
  private readonly parents: string[] = []
  private isInErrorInfo = false
  private times: TrxTimes = { startedAt: null, durationUs: null }

  constructor(warnings: WarningLog) {
    this.warnings = warnings
    this.summary = new RunSummary(warnings)
  }

  get isTextWanted(): boolean {
    return this.texts.isWanted || this.definitions.isTextWanted || this.summary.isTextWanted
  }

  open(qualifiedName: string, attributes: XmlAttributes, at: number): void {
    const name = localName(qualifiedName)
    const parent = this.parents.at(-1)
    this.parents.push(name)
    if (isResult(name)) this.openResults.push(resultOf(attributes, at, this.warnings))
    else if (this.openResults.length > 0) this.openInResult(name)
    else if (parent === 'TestDefinitions') this.definitions.begin(attributes)
    else if (this.parents.includes('TestDefinitions')) this.definitions.element(name, attributes)
    else if (name === 'Times' && parent === 'TestRun') this.readTimes(attributes)
    else this.summary.open(name, attributes, at)
  }

  text(piece: string): void {
    this.texts.text(piece)
    this.definitions.addText(piece)
    this.summary.text(piece)
  }

  close(qualifiedName: string): void {
    const name = localName(qualifiedName)
    this.parents.pop()
    if (isResult(name)) this.endResult()
    else if (this.openResults.length > 0) this.closeInResult(name)
    else if (this.parents.at(-1) === 'TestDefinitions') this.definitions.end()
    else if (this.parents.includes('TestDefinitions')) this.definitions.endElement()
    else this.summary.close(name)
  }

  /**
   * The tag of a result tells how the test ended, so one that is cut off counts.
   * @returns whether there is a result
   */
  endEarly(): boolean {
    if (this.isInErrorInfo) this.endErrorInfo()
    while (this.openResults.length > 0) this.endResult()
    return this.results.length > 0
  }

  report(): TestRunReport {
    const { definitions, results, summary, warnings } = this
    return joinResults({ definitions, results, summary, warnings, ...this.times })
  }

  private readTimes(attributes: XmlAttributes): void {
    const [start, finish] = [attributes.get('start'), attributes.get('finish')]
    this.times = { startedAt: instantOf(start), durationUs: elapsedUs(start, finish) }
  }

  private openInResult(name: string): void {
    if (name === 'ErrorInfo') this.isInErrorInfo = true
    else if (this.isInErrorInfo) this.texts.open(name)
  }

  private closeInResult(name: string): void {
    if (name === 'ErrorInfo') this.endErrorInfo()
    else this.texts.close(name)
  }

  private endErrorInfo(): void {
    this.isInErrorInfo = false
    const result = this.openResults.at(-1)
    const failure = this.texts.take()
    if (result !== undefined) result.failure ??= failure
  }

  private endResult(): void {
    const ended = this.openResults.pop()
    if (ended === undefined) return
    this.results.push(ended)
    const around = this.openResults.at(-1)
    if (around === undefined) return
    around.rowCount++
    around.hasFailingRow ||= isFailing(ended.status) || ended.hasFailingRow
  }
}
