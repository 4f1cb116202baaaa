import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import { countWord } from '@testwarden/core/render/inline'
import { failureOf, observed } from '../asking/observed.js'
import { ISSUES, PULLS } from '../asking/request-ids.js'
import { ASSUMED_OVERRIDE_LABEL } from '../config/freeze-config.js'
import type { incidentsConfig } from '../config.js'
import type { IncidentsFacts } from '../facts.js'
import type { RecordedIncident } from './frozen-line.js'
import { type FreezeJudgement, judgeFreeze } from './judge-freeze.js'

type Config = GateConfig<typeof incidentsConfig>

/** Whether this change may be merged, and why. */
export interface LineState {
  readonly kind: FreezeJudgement['state'] | 'unknown'
  /** Critical incidents that are open. */
  readonly incidents: readonly RecordedIncident[]
  /** For people. */
  readonly message: string
  /** What was not to be found out, and what counts instead; null: all was. */
  readonly doubt: string | null
}

/** What history says of critical incidents, without those whose issue somebody has closed since. */
export function lineState(evidence: Evidence<IncidentsFacts>, config: Config): LineState {
  const { facts, run } = evidence
  if (facts.past.kind !== 'known')
    return { kind: 'unknown', incidents: [], message: unknownText(facts.past), doubt: null }
  const { baseBranch } = run
  if (baseBranch !== undefined && goesElsewhere(facts.frozen, baseBranch))
    return { kind: 'open', incidents: [], message: elsewhereText(baseBranch), doubt: null }
  const incidents = (facts.frozen?.incidents ?? []).filter((each) => !isClosed(each, evidence))
  const overrideLabel = config.own.freeze['override-label'].value ?? ASSUMED_OVERRIDE_LABEL
  const { state } = judgeFreeze({ incidents, labels: labelsOf(evidence), overrideLabel })
  return {
    kind: state,
    incidents,
    message: MESSAGES[state]({ incidents, overrideLabel }),
    doubt: doubtOf(evidence),
  }
}

function unknownText(past: Exclude<IncidentsFacts['past'], { readonly kind: 'known' }>): string {
  const why = `Whether the line is stopped is not known: ${asSentence(past.reason)}`
  if (past.kind === 'unreadable') return past.remedy === null ? why : `${why} ${asSentence(past.remedy)}`
  return `${why} Set \`history: git:testwarden-history\`, where runs of the default branch write it down.`
}

/** What is wrong on one branch is no reason to stop changes to another. */
export function goesElsewhere(frozen: IncidentsFacts['frozen'], baseBranch: string): boolean {
  return frozen !== null && frozen.branch !== null && frozen.branch !== baseBranch
}

function elsewhereText(branch: string): string {
  return `Changes to \`${branch}\` are never stopped: incidents are those of the default branch.`
}

/** The issue is the truth: the record of its end may come later. Where it cannot be read history is believed. */
function isClosed({ key, issue }: RecordedIncident, evidence: Evidence<IncidentsFacts>): boolean {
  const issues = observed(evidence, ISSUES, 'issues')?.issues ?? []
  return issues.some(
    (each) => each.state === 'closed' && (issue === null ? each.marker.keys.includes(key) : each.number === issue),
  )
}

/** Of the pull request, or of the one that a merge group is named after. */
function labelsOf(evidence: Evidence<IncidentsFacts>): readonly string[] {
  const number = evidence.run.pullRequest ?? pullOfGroup(evidence.run)
  const pulls = observed(evidence, PULLS, 'pulls')?.pulls ?? []
  return pulls.find((pull) => pull.number === number)?.labels ?? []
}

/** `gh-readonly-queue/main/pr-104-<sha>` */
function pullOfGroup({ branch }: RunContext): number | null {
  const [, number] = /\/pr-(\d{1,12})-/.exec(branch ?? '') ?? []
  return number === undefined ? null : Number(number)
}

interface Telling {
  readonly incidents: readonly RecordedIncident[]
  readonly overrideLabel: string
}

const MESSAGES: Readonly<Record<FreezeJudgement['state'], (telling: Telling) => string>> = {
  open: () => 'No critical incident is open on the default branch.',
  'let-through': ({ incidents }) => `${openText(incidents)}, and this change bears the label of its fix.`,
  stopped: ({ incidents, overrideLabel }) =>
    `${openText(incidents)}: ${incidents.map(nameOf).join(', ')}. Nothing is merged until ${incidents.length === 1 ? 'it is' : 'they are'} over. A change that mends it is let through: give it the label \`${overrideLabel}\` and run this job again.`,
}

function openText(incidents: readonly RecordedIncident[]): string {
  const is = incidents.length === 1 ? 'is' : 'are'
  return `${countWord(incidents.length, 'critical incident')} ${is} open on the default branch`
}

/** As people call it: by its issue, or by its key where nobody knows that. */
export function nameOf({ issue, key }: RecordedIncident): string {
  return issue === null ? key : `#${issue}`
}

function doubtOf(evidence: Evidence<IncidentsFacts>): string | null {
  const [issues, pulls] = [failureOf(evidence, ISSUES), failureOf(evidence, PULLS)]
  const parts = [
    ...(issues === null ? [] : [`What the history says counts, as issues cannot be read: ${issues}`]),
    ...(pulls === null ? [] : [`Labels cannot be read, so the fix is not let through: ${pulls}`]),
  ]
  return parts.length === 0 ? null : parts.join(' ')
}
