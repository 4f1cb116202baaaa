import { acceptNotes } from '@testwarden/core/action/accept-notes'
import type { ConfigSources } from '@testwarden/core/action/effective-config'
import { policyNotes } from '@testwarden/core/action/policy-notes'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Inline } from '@testwarden/core/model/page'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import type { Git } from '@testwarden/core/ports/git'
import type { StepInput } from '@testwarden/core/render/step-page'
import { describePolicy } from './describe-policy.js'
import type { JudgedGate } from './judge-gates.js'
import { localCommand } from './local-command.js'
import { redactionsOf } from './redaction.js'

export interface StepToShow {
  readonly run: RunContext
  readonly gates: readonly JudgedGate[]
  readonly sources: ConfigSources
  readonly git: Git
}

/** What the renderers need of a judged step, whoever shows it. */
export async function stepInputOf({ run, gates, sources, git }: StepToShow): Promise<StepInput> {
  const definitions = gates.map(({ definition }) => definition)
  const observations = gates.flatMap(({ evidence }) => evidence?.observations ?? [])
  return {
    gates,
    run,
    toolVersion: TOOL_VERSION,
    headDiff: await diffToHead(run, git),
    redactions: await redactionsOf(sources),
    policy: describePolicy(run, sources),
    notes: notesOf(gates, sources),
    localCommand: localCommand({ definitions, sources, base: run.base, observations }),
  }
}

/** What must be known before the verdict is read: whose limits these are not, and what was accepted. */
function notesOf(gates: readonly JudgedGate[], sources: ConfigSources): readonly Inline[] {
  const definitions = gates.map(({ definition }) => definition)
  const reasons = gates.flatMap(({ decision }) => decision.verdict.reasons)
  const accepts = acceptNotes(reasons, sources.accepts ?? [])
  return [...accepts, ...policyNotes(definitions, sources), ...(sources.notes ?? [])]
}

/** From the tested tree to the one that annotations sit on. What cannot be compared is said, never guessed. */
async function diffToHead({ testedSha, headSha }: RunContext, git: Git): Promise<StepInput['headDiff']> {
  if (testedSha === null || headSha === null || testedSha === headSha) return null
  try {
    return await git.diff(testedSha, headSha)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return 'unknown'
  }
}
