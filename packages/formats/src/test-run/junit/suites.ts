import type { DeclaredTests } from '@testwarden/core/model/test-run'
import { addDeclared } from './counts.js'

/** A suite around the place at hand. */
export interface OpenSuite {
  /** Its own and those of the suites around it, outermost first. */
  readonly path: readonly string[]
  readonly name: string
  /** Of this suite or the nearest around it that names one. */
  readonly file: string | null
  readonly declared: DeclaredTests | null
  readonly declaredUs: number | null
  /** Line of the report. */
  readonly at: number
  /** Of what stands in it; null while nothing of that has a time. */
  sumUs: number | null
  /** Cases directly in it. */
  cases: number
  /** Whether a case stands in it or anywhere in its suites. */
  hasCases: boolean
  hasSuites: boolean
}

/** The open suites, and what the closed ones add up to. */
export class Suites {
  private readonly open: OpenSuite[] = []
  private closed = 0
  private declaredSum: DeclaredTests | null = null
  private sumUs: number | null = null

  get current(): OpenSuite | null {
    return this.open.at(-1) ?? null
  }

  /** Closed ones that hold a case directly, or nothing at all. */
  get count(): number {
    return this.closed
  }

  /** What the outermost ones claim together. */
  get declared(): DeclaredTests | null {
    return this.declaredSum
  }

  /** What the outermost ones say that they took; of one that does not say, the sum of what is in it. */
  get durationUs(): number | null {
    return this.sumUs
  }

  begin(suite: Omit<OpenSuite, 'sumUs' | 'cases' | 'hasCases' | 'hasSuites'>): void {
    if (this.current !== null) this.current.hasSuites = true
    this.open.push({ ...suite, sumUs: null, cases: 0, hasCases: false, hasSuites: false })
  }

  addCase(durationUs: number | null): void {
    const { current } = this
    if (current === null) this.sumUs = addTimes(this.sumUs, durationUs)
    else {
      current.cases++
      current.hasCases = true
      current.sumUs = addTimes(current.sumUs, durationUs)
    }
  }

  end(): void {
    const suite = this.open.pop()
    if (suite === undefined) return
    if (suite.cases > 0 || !suite.hasSuites) this.closed++
    const durationUs = suite.declaredUs ?? suite.sumUs
    const { current } = this
    if (current === null) {
      this.declaredSum = addDeclared(this.declaredSum, suite.declared)
      this.sumUs = addTimes(this.sumUs, durationUs)
    } else {
      current.hasCases ||= suite.hasCases
      current.sumUs = addTimes(current.sumUs, durationUs)
    }
  }
}

function addTimes(left: number | null, right: number | null): number | null {
  return left === null ? right : left + (right ?? 0)
}
