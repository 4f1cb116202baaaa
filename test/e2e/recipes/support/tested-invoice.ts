import { type Outcomes, pytestReport } from '../../support/test-report.js'
import type { StoredTests } from './stored-tests.js'

/** Tests of examples/python-invoice. */
export const STEADY = 'tests/test_tax.py::test_each_country_has_its_rate'
export const FLAKE = 'tests/test_tax.py::test_reduced_goods_are_taxed_less'
/** Of the change alone. */
export const NEW = 'tests/test_credit_note.py::test_a_partial_credit_note_carries_its_own_tax'

/** What a run of pytest leaves that measures coverage. */
export function leaving(coverage: string, outcomes: Outcomes): StoredTests {
  return {
    reports: { 'coverage.xml': coverage, 'report.xml': pytestReport(outcomes) },
    exitCode: Object.values(outcomes).includes('F') ? 1 : 0,
  }
}
