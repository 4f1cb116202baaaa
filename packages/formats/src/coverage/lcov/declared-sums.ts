import { addSaturated, type Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { plainInteger } from '../../text/plain-integer.js'

/** `LF` found, `LH` hit; the same for branches (`BRF`, `BRH`) and functions (`FNF`, `FNH`). */
const SUMMARY_RECORDS: readonly string[] = ['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH']

/** Adds up what the sections of a file claim. */
export class DeclaredSums {
  private readonly sums = new Map<string, number>()
  private readonly sections = new Map<string, number>()

  static isSummary(record: string): boolean {
    return SUMMARY_RECORDS.includes(record)
  }

  /** @returns false when the value is no count */
  add(record: string, text: string): boolean {
    const value = plainInteger(text, 0, text.length)
    if (value < 0) return false
    this.sums.set(record, addSaturated(this.sums.get(record) ?? 0, value))
    this.sections.set(record, (this.sections.get(record) ?? 0) + 1)
    return true
  }

  /** null when a section keeps silent about its lines: then the file as a whole claims nothing. */
  totals(sections: number): CoverageTotals | null {
    if (sections === 0 || this.sections.get('LF') !== sections) return null
    const lines = this.count('LH', 'LF')
    if (lines === null) return null
    return { lines, branches: this.count('BRH', 'BRF'), functions: this.count('FNH', 'FNF'), statements: null }
  }

  private count(hit: string, found: string): Count | null {
    const covered = this.sums.get(hit)
    const total = this.sums.get(found)
    return covered === undefined || total === undefined ? null : { covered, total }
  }
}
