import { flakyTestsOf } from '@testwarden/core/action/earlier-verdict'
import { decodeVerdictFile, type GateVerdict } from '@testwarden/core/files/verdict-file'
import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import { type Problem, toProblem } from '@testwarden/core/model/errors'
import { asSet } from '@testwarden/core/model/join-evidence'
import type { Files } from '@testwarden/core/ports/files'

export interface ReadVerdicts {
  readonly verdicts: readonly EarlierVerdict[]
  readonly problems: readonly Problem[]
}

const VERDICT_BYTES = 64 * 1024 * 1024
/** What this very action said earlier is no trouble of its own. */
const OWN_GATE = 'incidents'

/** Verdict files that somebody named: one that cannot be read may hide a gate that failed. */
export async function readVerdicts(patterns: readonly string[], files: Files): Promise<ReadVerdicts> {
  const verdicts: EarlierVerdict[] = []
  const problems: Problem[] = []
  for (const pattern of patterns) {
    try {
      verdicts.push(...(await verdictsOf(pattern, files)))
    } catch (error) {
      const problem = toProblem(error)
      if (problem === null) throw error
      problems.push(problem)
    }
  }
  return { verdicts: asSet(verdicts), problems }
}

async function verdictsOf(pattern: string, files: Files): Promise<readonly EarlierVerdict[]> {
  const verdicts: EarlierVerdict[] = []
  for (const { path } of await files.find(pattern)) {
    const text = await files.readText(path, VERDICT_BYTES)
    if (text !== null) verdicts.push(...decodeVerdictFile(text, path).gates.map(summaryOf))
  }
  return verdicts.filter(({ gate }) => gate !== OWN_GATE)
}

function summaryOf({ gate, outcome, reasons, findings }: GateVerdict): EarlierVerdict {
  return {
    gate,
    title: gate,
    outcome,
    broken: reasons
      .filter((reason) => reason.outcome === 'fail')
      .map(({ ruleId, title, message }) => ({ ruleId, title, message })),
    flakyTests: flakyTestsOf(findings),
  }
}
