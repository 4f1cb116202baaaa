import { limitOrigin } from '@testwarden/core/config/field'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { Judgement, Subject } from '../subject.js'

/** How many files there may be. A limit that nobody wrote only advises. */
export function fileLimit({ evidence, config }: Subject): Judgement {
  // Without a single file, what could not be read is all there is to say.
  if (evidence.facts.files.length === 0) return { reasons: [], findings: [] }
  const limit = config.own['max-files']
  const origin = limitOrigin(limit)
  const count = evidence.facts.files.length
  const broken: Outcome = origin === 'written' ? 'fail' : 'warn'
  const reason: Reason = {
    ruleId: 'file-limit',
    title: 'number of files',
    outcome: count <= limit.value ? 'pass' : broken,
    message: `Counted ${filesText(count)}; at most ${formatInteger(limit.value)} may be there.`,
    actual: count,
    limit: String(limit.value),
    limitOrigin: origin,
    unit: 'files',
    baseline: null,
    wording: { limit: `at most ${formatInteger(limit.value)}` },
  }
  return { reasons: [reason], findings: [] }
}

function filesText(count: number): string {
  return count === 1 ? '1 file' : `${formatInteger(count)} files`
}
