import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence, ObservedResult, RunContext } from '@testwarden/core/model/evidence'
import type { ListIssues } from '@testwarden/core/model/request'
import type { flakyConfig } from '../config.js'

/** In the marker of each issue, and of the request for them. */
export const ISSUES_OF = 'flaky-detector'

const REQUEST_ID = 'list-issues'

type Config = GateConfig<typeof flakyConfig>

/** What issues there are, where this run may change any. */
export function askIssues({ run }: Pick<Evidence<unknown>, 'run'>, config: Config): readonly ListIssues[] {
  if (!keepsIssues(run, config)) return []
  const label = config.own['issue-labels'].value[0] ?? null
  return [{ kind: 'list-issues', id: REQUEST_ID, action: ISSUES_OF, label }]
}

/** Only what the default branch does deserves one, and only whoever judges the whole. */
export function keepsIssues({ isBaseline }: RunContext, { own, shared }: Config): boolean {
  return own.issues.value === 'on' && isBaseline && shared.mode.value !== 'collect'
}

/** null: nobody asked. */
export function observedIssues({ observations }: Pick<Evidence<unknown>, 'observations'>): ObservedResult | null {
  return observations.find(({ requestId }) => requestId === REQUEST_ID)?.result ?? null
}
