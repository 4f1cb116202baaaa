import type { DeclaredTests } from '@testwarden/core/model/test-run'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { ClippedText } from '../clipped-text.js'

const FAILING: readonly string[] = ['Failed', 'Error', 'Aborted', 'Timeout', 'Disconnected']
/** xUnit.net's adapter says of each test that failed or was skipped what its result says anyway. */
const SAYS_AGAIN = /^\[xUnit\.net [\d:.]+\] .* \[(?:FAIL|SKIP)\]$/
const MAX_INFO = 2_000
const MAX_WARNING = 300
const MAX_ERRORS = 10

/** What a file says of the run as a whole: its outcome, its counters, what went wrong outside of tests. */
export class RunSummary {
  private readonly warnings: WarningLog
  private readonly errorTexts: string[] = []
  private outcome = ''
  private counters: Counters | null = null
  private info: { readonly outcome: string; readonly at: number; readonly text: ClippedText } | null = null
  private isInText = false

  constructor(warnings: WarningLog) {
    this.warnings = warnings
  }

  get isTextWanted(): boolean {
    return this.isInText
  }

  /** Tells why the run failed; null where it did not. */
  failureMessage(): string | null {
    if (!FAILING.includes(this.outcome)) return null
    if (this.errorTexts.length > 0) return this.errorTexts.join('\n')
    return `The outcome of the run is ${this.outcome}, and none of its tests says why.`
  }

  declared(): Counters | null {
    return this.counters
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    if (name === 'ResultSummary') this.outcome = attributes.get('outcome') ?? ''
    else if (name === 'Counters') this.counters = countersOf(attributes)
    else if (name === 'RunInfo')
      this.info = { outcome: attributes.get('outcome') ?? '', at, text: new ClippedText(MAX_INFO) }
    else if (name === 'Text') this.isInText = this.info !== null
  }

  text(piece: string): void {
    this.info?.text.add(piece)
  }

  close(name: string): void {
    if (name === 'Text') this.isInText = false
    else if (name === 'RunInfo') this.endInfo()
  }

  private endInfo(): void {
    const { info } = this
    this.info = null
    const text = info?.text.toString().trim() ?? ''
    if (info === null || text === '' || SAYS_AGAIN.test(text)) return
    if (FAILING.includes(info.outcome) && this.errorTexts.length < MAX_ERRORS) this.errorTexts.push(text)
    const [firstLine = ''] = text.split('\n', 1)
    this.warnings.add(`the run says: ${firstLine.trim().slice(0, MAX_WARNING)}`, info.at)
  }
}

/** The counters as the model has them: TRX writes many, and its writers fill but a few. */
export type Counters = Pick<DeclaredTests, 'failed' | 'skipped'> & { readonly cases: number }

const FAILED: readonly string[] = ['failed', 'error', 'timeout', 'aborted', 'disconnected', 'notRunnable']

function countersOf(attributes: XmlAttributes): Counters | null {
  const [cases, executed] = [attributes.integer('total'), attributes.integer('executed')]
  if (cases < 0) return null
  const failed = FAILED.reduce((sum, name) => sum + Math.max(attributes.integer(name), 0), 0)
  const inconclusive = Math.max(attributes.integer('inconclusive'), 0)
  return { cases, failed, skipped: executed < 0 || executed > cases ? null : cases - executed + inconclusive }
}
