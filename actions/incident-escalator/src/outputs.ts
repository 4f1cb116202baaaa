import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { Decision } from '@testwarden/core/model/decision'
import type { IncidentsFacts } from './facts.js'

export const OUTPUTS: readonly OutputDefinition<IncidentsFacts>[] = [
  {
    name: 'incident-count',
    description: 'Open incidents; where none are kept, the troubles of this run.',
    valueOf: (decision) => String(reasonOf(decision, 'open-incidents')?.actual ?? ''),
  },
  {
    name: 'severity',
    description: 'The worst of them: `critical`, `high`, `medium` or `low`; empty without any.',
    valueOf: (decision) => reasonOf(decision, 'open-incidents')?.subject ?? '',
  },
  {
    name: 'line-stopped',
    description:
      '`true` where this run asks and the line is stopped for it, `false` where it is not; empty where it does not ask, or cannot tell.',
    valueOf(decision) {
      const reason = reasonOf(decision, 'stopped-line')
      return reason === undefined || reason.outcome === 'inconclusive' ? '' : String(reason.outcome === 'fail')
    },
  },
  {
    name: 'diagnostics',
    description:
      'Paths for an upload, one on each line, where this run opened an incident: its diagnostics and the reports.',
    valueOf({ changes }, { facts }) {
      const written = changes.flatMap((change) => (change.kind === 'write-file' ? [change.path] : []))
      const reports = facts.legs.flatMap((leg) => leg.reports)
      return written.length === 0 ? '' : [...new Set([...written, ...reports])].join('\n')
    },
  },
]

function reasonOf({ verdict }: Decision, rule: string): Decision['verdict']['reasons'][number] | undefined {
  return verdict.reasons.find(({ ruleId }) => ruleId === rule)
}
