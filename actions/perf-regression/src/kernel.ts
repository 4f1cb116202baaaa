import type { Evidence } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { PerfFacts } from './facts.js'

const ID = 'history-kernel'

/** A run that becomes a point of history also says how fast its machine was. */
export function askKernel({ run, facts }: Evidence<PerfFacts>): readonly Request[] {
  const isMeasured = facts.legs.some(({ metrics }) => metrics.length > 0)
  return run.isBaseline && isMeasured ? [{ kind: 'run-kernel', id: ID }] : []
}

/** null where it did not run. */
export function kernelOf({ observations }: Pick<Evidence<PerfFacts>, 'observations'>): number | null {
  const result = observations.find(({ requestId }) => requestId === ID)?.result
  return result?.kind === 'kernel' ? result.wallNs : null
}
