import type { ConfigFile } from '@testwarden/core/config/layer'
import type { Diff } from '@testwarden/core/model/diff'
import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import type { Git } from '@testwarden/core/ports/git'
import type { StepInput } from '@testwarden/core/render/step-page'
import { describePolicy } from './describe-policy.js'
import type { JudgedGate } from './judge-gates.js'

export interface StepToShow {
  readonly run: RunContext
  readonly gates: readonly JudgedGate[]
  readonly configFile: ConfigFile | null
  readonly git: Git
}

/** What the renderers need of a judged step, whoever shows it. */
export async function stepInputOf({ run, gates, configFile, git }: StepToShow): Promise<StepInput> {
  return {
    gates,
    run,
    toolVersion: TOOL_VERSION,
    headDiff: await diffToHead(run, git),
    redactions: [],
    policy: describePolicy(run, configFile),
    localCommand: localCommand(run, gates),
  }
}

/** From the tested tree to the one that annotations sit on; null where that is the same tree. */
async function diffToHead({ testedSha, headSha }: RunContext, git: Git): Promise<Diff | null> {
  if (testedSha === null || headSha === null || testedSha === headSha) return null
  try {
    return await git.diff(testedSha, headSha)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return null
  }
}

function localCommand({ base }: RunContext, gates: readonly JudgedGate[]): string {
  const names = gates.map(({ definition }) => definition.gate).join(' ')
  const since = base.kind === 'commit' ? ` --base ${base.sha.slice(0, 12)}` : ''
  return `npx testwarden@${TOOL_VERSION} check ${names}${since}`
}
