import type { Change, OpenIssue, Receipt, UpdateIssue } from '@testwarden/core/model/change'
import type { IssueMarker, KnownIssue } from '@testwarden/core/model/issue'
import type { GitHub } from '@testwarden/core/ports/github'
import { twinBody } from '@testwarden/core/render/issue-body'
import { markedBody } from '@testwarden/core/render/issue-marker'
import type { EffectContext } from '../../../src/effects/effect.js'
import { openIssueEffect } from '../../../src/effects/open-issue.js'
import { updateIssueEffect } from '../../../src/effects/update-issue.js'
import { listIssues } from '../../../src/requests/list-issues.js'

export const MARKER: IssueMarker = { action: 'incident-escalator', keys: ['inc-1'], state: 'open', about: [], run: '1' }
export const LABELS = ['testwarden-incident', 'critical']

export const OPEN: OpenIssue = {
  kind: 'open-issue',
  key: 'open',
  title: 'main is broken',
  body: markedBody(MARKER, 'It fails.'),
  labels: LABELS,
  assignees: ['ada'],
}

/** The smallest decision about one incident: all that it does follows from what the list says. */
export function planIncident(issues: readonly KnownIssue[]): readonly (OpenIssue | UpdateIssue)[] {
  const [kept, ...twins] = issues.filter(({ state }) => state === 'open')
  const said = { key: 'opened', body: 'The line is stopped.' }
  if (kept === undefined)
    return [OPEN, { kind: 'update-issue', key: 'tell', issue: { ref: 'open', field: 'id' }, comment: said }]
  const labelsToAdd = LABELS.filter((label) => !kept.labels.includes(label))
  const needs = {
    ...(labelsToAdd.length === 0 ? {} : { labelsToAdd }),
    ...(kept.assignees.includes('ada') ? {} : { assigneesToAdd: ['ada'] }),
    ...(kept.comments > 0 ? {} : { comment: said }),
  }
  return [
    ...twins.map(({ number }) => closeTwin(number, kept.number)),
    ...(Object.keys(needs).length === 0
      ? []
      : [{ kind: 'update-issue', key: 'tell', issue: kept.number, ...needs } as const]),
  ]
}

function closeTwin(issue: number, older: number): UpdateIssue {
  const body = twinBody(older)
  return { kind: 'update-issue', key: `twin-${issue}`, issue, body, state: 'closed', closedAs: 'not_planned' }
}

/** One run: it reads, plans and performs. What it could not read it does not change. */
export async function runIncident(github: GitHub, context: Omit<EffectContext, 'github' | 'receipts'>) {
  const changes: Change[] = []
  const receipts = new Map<string, Receipt>()
  const request = { kind: 'list-issues', id: 'i', action: MARKER.action, label: LABELS[0] ?? null } as const
  const observed = await listIssues(request, github).catch(() => null)
  for (const change of observed === null ? [] : planIncident(observed.issues)) {
    changes.push(change)
    const performing = { ...context, github, receipts }
    const receipt =
      change.kind === 'open-issue'
        ? await openIssueEffect.perform(change, performing)
        : await updateIssueEffect.perform(change, performing)
    receipts.set(change.key, receipt)
  }
  return { changes, receipts }
}
