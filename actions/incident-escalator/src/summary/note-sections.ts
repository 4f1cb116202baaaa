import { isChangeEvent } from '@testwarden/core/baseline/comparison'
import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { asSentence } from '@testwarden/core/model/sentence'
import { countWord } from '@testwarden/core/render/inline'
import { failureOf } from '../asking/observed.js'
import { expectedRunId, ISSUES, WORKFLOW_RUNS } from '../asking/request-ids.js'
import { targetNames } from '../config/target-names.js'
import { guaranteeOf } from '../policy/guarantee.js'
import { policyNotes } from '../policy/policy-notes.js'
import { keepsIncidents, speaksForBranch } from '../standing/roles.js'
import type { Subject } from '../subject.js'

/** What was not done and why, what the policy promises, and what its author may not think of. */
export function noteSections(subject: Subject): readonly Section[] {
  const items = [
    ...standingNotes(subject),
    ...planNotes(subject),
    ...pastNotes(subject),
    ...runNotes(subject),
    ...subject.evidence.facts.notes,
  ]
  const policy = policyItems(subject)
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', heading: 'About this run', items: items.map(richText) } as const]),
    ...(policy.length === 0
      ? []
      : [{ kind: 'details', summary: 'The escalation policy', sections: [{ kind: 'list', items: policy }] } as const]),
  ]
}

function standingNotes({ evidence, config, detected }: Subject): readonly string[] {
  const failure = failureOf(evidence, ISSUES)
  if (failure !== null && keepsIncidents(evidence.run, config)) return [`No incident was opened or changed: ${failure}`]
  const isOff = config.own.issues.value === 'off' && config.shared.mode.value !== 'collect'
  if (!isOff || detected.troubles.length === 0 || !speaksForBranch(evidence.run)) return []
  return ['No issue is kept of any of this: `issues: on` switches that on.']
}

function planNotes({ plan, known, config }: Subject): readonly string[] {
  if (plan === null || known === null) return []
  const { waiting, unwanted } = plan
  const strangers = new Set(known.incidents.flatMap(({ done }) => done.strangers))
  const why = known.isWhole
    ? `one run opens at most ${config.own['issues-max'].value} (\`issues-max\`)`
    : 'there are too many open issues to see whether they have one'
  return [
    ...(waiting.length === 0 ? [] : [`${countWord(waiting.length, 'incident')} without an issue: ${why}.`]),
    ...unwanted.map(({ number }) => `Left alone, as people closed it as not planned: issue ${number}.`),
    ...known.incidents.flatMap(({ issue, isRebuilt }) =>
      isRebuilt ? [`What issue ${issue.number} remembered was damaged: it was made anew of what happened there.`] : [],
    ),
    ...known.incidents.flatMap(({ issue, unread }) =>
      unread === null ? [] : [`What people did on issue ${issue.number} is not known: ${unread}`],
    ),
    ...[...strangers].map((login) => `What \`${login}\` asked for counts for nothing: no write access.`),
    ...missingTargets(plan, config),
  ]
}

/** They got a trigger, and nobody knows any more how to tell them the end. */
function missingTargets(plan: NonNullable<Subject['plan']>, config: Subject['config']): readonly string[] {
  const known = new Set(targetNames(config.own))
  const missing = new Set(plan.incidents.flatMap(({ notices }) => notices.map(({ target }) => target)))
  return [...missing]
    .filter((name) => !known.has(name))
    .map((name) => `${name} is not told: it is no target of this config.`)
}

function pastNotes({ evidence, config }: Subject): readonly string[] {
  const { past } = evidence.facts
  if (!keepsIncidents(evidence.run, config)) return []
  if (past.kind === 'unreadable')
    return [`Earlier runs are not known: ${asSentence(past.reason)} ${past.remedy ?? ''}`.trim()]
  if (past.kind === 'none')
    return [
      'No history is kept, so the conclusions of earlier runs of this workflow stand in for what they found. Set `history` to have it exact.',
    ]
  return past.isLate ? ['A later commit has been tested already, so this run opens and ends nothing.'] : []
}

/** How runs went that GitHub did not tell of: for lack of a permission it is the same for all of them. */
function runNotes({ evidence, config }: Subject): readonly string[] {
  if (!keepsIncidents(evidence.run, config)) return []
  const expected = config.own['expected-runs'].value.map(({ workflow }) => workflow)
  const ids = [WORKFLOW_RUNS, ...expected.map(expectedRunId)]
  const failures = new Set(ids.flatMap((id) => failureOf(evidence, id) ?? []))
  return [...failures].map((failure) => `How runs of workflows went is not known: ${failure}`)
}

/** A change has nobody told. */
function policyItems({ policy, evidence, config }: Subject): readonly Inline[] {
  if (config.own.issues.value === 'off' || isChangeEvent(evidence.run.event)) return []
  const notes = policyNotes(policy, evidence.run.now).map(({ message, remedy }) => richText(`${message} ${remedy}`))
  return [richText(guaranteeOf(policy, config.own.sweep.value)), ...notes]
}
