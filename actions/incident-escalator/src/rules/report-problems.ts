import { reportProblemReasons } from '@testwarden/core/limits/report-problems'
import type { Judgement, Subject } from '../subject.js'

/** What could not be read, by the rule that all gates share. */
export function reportProblems({ config, evidence }: Subject): Judgement {
  return { reasons: reportProblemReasons(evidence.problems, config.shared), findings: [] }
}
