import { encodeVerdictFile } from '@testwarden/core/files/encode-verdict'
import type { Receipt } from '@testwarden/core/model/change'
import type { Problem } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import { worstOutcome } from '@testwarden/core/model/outcome'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import type { Redact } from '@testwarden/core/render/redact'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import type { JudgedGate } from './judge-gates.js'

/** Everything that a step came to: the gates, what was done for them, and what concerned none of them. */
export interface StepResult {
  readonly run: RunContext | null
  readonly gates: readonly PerformedGate[]
  readonly problems: readonly Problem[]
  readonly exitCode: number
  /** The file leaves the job, so its texts pass this. */
  readonly redact: Redact
  /** What was published for all gates together. */
  readonly receipts?: readonly Receipt[]
  /** Requests to GitHub's API by operation. */
  readonly apiCalls?: Readonly<Record<string, number>>
}

export interface PerformedGate extends JudgedGate {
  readonly receipts: readonly Receipt[]
}

/** The verdict file of a step, as text. */
export function verdictFileOf({ run, gates, problems, exitCode, redact, ...published }: StepResult): string {
  const verdict: Parameters<typeof encodeVerdictFile>[0] = {
    toolVersion: TOOL_VERSION,
    run,
    outcome: worstOutcome(gates.map(({ decision }) => decision.verdict.outcome)),
    exitCode,
    gates: gates.map(({ definition, decision, receipts, problems: own }) => ({
      gate: definition.gate,
      action: definition.id,
      ...decision.verdict,
      findings: decision.findings,
      receipts,
      problems: own,
    })),
    problems,
    ...published,
  }
  return encodeVerdictFile(redactTexts(verdict, redact))
}
