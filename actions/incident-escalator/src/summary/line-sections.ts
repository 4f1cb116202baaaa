import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import { issueLink } from '@testwarden/core/render/links'
import { failureOf, observed } from '../asking/observed.js'
import { FREEZE_JOBS, PULLS } from '../asking/request-ids.js'
import { rerunPlanOf } from '../changes/rerun-changes.js'
import type { RecordedIncident } from '../freeze/frozen-line.js'
import { type LineState, lineState, nameOf } from '../freeze/line-state.js'
import { type LineTurn, lineTurn } from '../freeze/line-turn.js'
import { momentText } from '../page/words.js'
import { asksForFreeze } from '../standing/roles.js'
import type { Subject } from '../subject.js'

const HEADING = 'The line'

/** Whether a change may be merged; on the default branch that the line stops, or goes on, and whose job runs again. */
export function lineSections(subject: Subject): readonly Section[] {
  const { evidence, config } = subject
  if (asksForFreeze(evidence.run, config)) return stateSections(lineState(evidence, config), subject)
  const turn = lineTurn(subject)
  return turn === null ? [] : turnSections(turn, subject)
}

/** Nothing where all is well: the verdict's table says so. */
function stateSections({ kind, message, incidents, doubt }: LineState, { evidence }: Subject): readonly Section[] {
  const told: readonly Section[] =
    kind === 'open' ? [] : [{ kind: 'text', role: 'problem', heading: HEADING, text: richText(message) }]
  const items = incidents.map((each) => incidentText(each, evidence.run))
  return [
    ...told,
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...(doubt === null ? [] : [{ kind: 'text', text: richText(doubt) } as const]),
  ]
}

function incidentText(incident: RecordedIncident, run: Subject['evidence']['run']): Inline {
  const url = incident.issue === null ? null : issueLink(run, incident.issue)
  const name = nameOf(incident)
  return [url === null ? name : { kind: 'link', text: name, url }, `, open since ${momentText(incident.openedAt)}`]
}

function turnSections(turn: LineTurn, subject: Subject): readonly Section[] {
  const what = turn === 'freeze' ? 'Nothing is merged from now on.' : 'Merging goes on.'
  const left = (rerunPlanOf(subject)?.left ?? []).map((number) => pullText(number, subject.evidence.run))
  return [
    { kind: 'text', heading: HEADING, text: richText(`${what} ${rerunText(subject)}`.trim()) },
    ...(left.length === 0 ? [] : [{ kind: 'list', heading: 'Run these again by hand', items: left } as const]),
  ]
}

/** What becomes of the jobs whose answer has changed; empty where nobody named one. */
function rerunText(subject: Subject): string {
  const { job, workflow } = subject.config.own.freeze
  if (job.value === null || workflow.value === null)
    return 'No pull request asks again by itself: name the job that asks with `freeze.workflow` and `freeze.job`.'
  const { evidence } = subject
  const failure = failureOf(evidence, PULLS) ?? failureOf(evidence, FREEZE_JOBS)
  if (failure !== null) return `No pull request asks again by itself: ${failure}`
  const plan = rerunPlanOf(subject)
  const count = plan?.reruns.length ?? 0
  const unseen = isUnseen(subject) ? ' There are more open pull requests than were looked at.' : ''
  if (count > 0)
    return `The job \`${job.value}\` of ${countWord(count, 'open pull request')} runs again and asks anew.${unseen}`
  if ((plan?.left ?? []).length > 0) return unseen.trim()
  return `No open pull request has a job \`${job.value}\` of \`${workflow.value}\` that would answer otherwise now.${unseen}`
}

function isUnseen({ evidence }: Subject): boolean {
  const [pulls, jobs] = [observed(evidence, PULLS, 'pulls'), observed(evidence, FREEZE_JOBS, 'jobs')]
  return pulls?.isWhole === false || jobs?.isWhole === false
}

function pullText(number: number, run: Subject['evidence']['run']): Inline {
  const url = issueLink(run, number)
  return url === null ? `#${number}` : { kind: 'link', text: `#${number}`, url }
}
