import type { BrokenRule, EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { Severity } from '@testwarden/core/model/severity'
import type { Trouble } from './trouble.js'

/** Its failures are told test by test. */
const TESTS_GATE = 'flaky'

/** Rules of other gates that failed, one trouble each. The gate of tests is left out where this run knows the tests itself. */
export function troublesOfGates(
  verdicts: readonly EarlierVerdict[],
  { severityOf, knowsTests }: GateQuestion,
): readonly Trouble[] {
  const told = verdicts.filter(({ gate }) => gate !== TESTS_GATE || !knowsTests)
  return told.flatMap((verdict) => verdict.broken.map((rule) => troubleOf(verdict, rule, severityOf(verdict.gate))))
}

export interface GateQuestion {
  readonly severityOf: (gate: string) => Severity
  readonly knowsTests: boolean
}

function troubleOf({ gate, title }: EarlierVerdict, rule: BrokenRule, severity: Severity): Trouble {
  return {
    source: 'run',
    cause: `gate:${gate}:${rule.ruleId}`,
    otherCauses: [],
    severity,
    because: { kind: 'gate', gate, rule: rule.ruleId },
    title: `${title}: ${rule.title} failed`,
    said: rule.message,
    category: null,
    tests: [],
    testCount: 0,
    isSurroundings: false,
  }
}
