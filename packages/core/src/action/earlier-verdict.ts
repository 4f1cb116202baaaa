import type { Decision } from '../model/decision.js'
import type { EarlierVerdict } from '../model/earlier-verdict.js'
import type { Finding } from '../model/finding.js'

export interface JudgedEarlier {
  readonly gate: string
  readonly title: string
  readonly decision: Pick<Decision, 'verdict' | 'findings'>
}

/** What later gates of the step need of a gate that was judged. */
export function earlierVerdict({ gate, title, decision }: JudgedEarlier): EarlierVerdict {
  const { outcome, reasons } = decision.verdict
  return {
    gate,
    title,
    outcome,
    broken: reasons
      .filter((reason) => reason.outcome === 'fail')
      .map(({ ruleId, title: rule, message }) => ({ ruleId, title: rule, message })),
    flakyTests: flakyTestsOf(decision.findings),
  }
}

/** Ascending, each once. */
export function flakyTestsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ flakyTest }) => flakyTest ?? []))].sort()
}
