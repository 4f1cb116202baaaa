import type { RunContext } from '@testwarden/core/model/evidence'
import type { Notice, NoticeLink } from '@testwarden/core/model/notice'
import { testNameOf } from '@testwarden/core/model/test-key'
import { countWord } from '@testwarden/core/render/inline'
import { commitLink, issueLink, runLink } from '@testwarden/core/render/links'
import type { Redact } from '@testwarden/core/render/redact'
import type { IncidentStory } from '../incident/incident-story.js'
import { incidentId } from '../page/incident-id.js'
import type { PlannedNotice } from '../telling/plan-notices.js'

export interface NoticeSources {
  readonly story: IncidentStory
  /** As the issue has it. */
  readonly title: string
  /** null: it is opened by this very step. */
  readonly issue: number | null
  /** Of the issues' list, where the number is not known yet. */
  readonly label: string | null
  readonly run: RunContext
  readonly redact: Redact
}

const TESTS_TOLD = 10

/** What a service or a chat is told of an incident. */
export function noticeOf({ event, thread }: PlannedNotice, sources: NoticeSources): Notice {
  const { story, title, run, redact } = sources
  const { incident, workflow, branch } = story
  return {
    event,
    dedupKey: incident.dedupKey,
    title,
    text: redact(linesOf(story).join('\n')),
    severity: incident.severity,
    source: run.repository ?? '',
    component: redact(workflow),
    links: linksOf(sources),
    facts: [
      { name: 'Incident', value: incidentId(incident) },
      { name: 'Severity', value: incident.severity },
      { name: 'State', value: incident.state },
      { name: 'Branch', value: redact(branch) },
      { name: 'Since', value: incident.openedAt },
    ],
    at: run.now,
    thread,
  }
}

function linesOf({ trouble, resolution, incident }: IncidentStory): readonly string[] {
  if (resolution !== null) return [resolution.by === null ? 'Green again.' : `Ended by ${resolution.by}.`]
  const acknowledged = incident.acknowledgement === null ? [] : [`${incident.acknowledgement.by} has it in hand.`]
  if (trouble === null) return acknowledged
  const left = trouble.testCount - TESTS_TOLD
  return [
    ...acknowledged,
    ...(trouble.said === null ? [] : [trouble.said]),
    ...(trouble.category === null ? [] : [`${trouble.category.title}: ${trouble.category.advice}`]),
    ...trouble.tests.slice(0, TESTS_TOLD).map(({ key, message }) => `- ${testNameOf(key)}: ${message}`),
    ...(left > 0 ? [`- and ${countWord(left, 'more test')}`] : []),
  ]
}

/** Where an issue is opened by this step its number is nobody's yet: the list of open ones leads to it. */
function linksOf({ issue, label, run, story }: NoticeSources): readonly NoticeLink[] {
  const links = [
    { text: 'Incident', href: issue === null ? openIssuesLink(run, label) : issueLink(run, issue) },
    { text: 'Run', href: runLink(run) },
    { text: 'Runbook', href: story.runbook?.url ?? null },
    { text: 'First bad commit', href: story.range === null ? null : commitLink(run, story.range.firstBad.sha) },
  ]
  return links.flatMap(({ text, href }) => (href === null ? [] : [{ text, href }]))
}

function openIssuesLink({ serverUrl, repository }: RunContext, label: string | null): string | null {
  if (serverUrl === null || repository === null) return null
  const query = label === null ? 'is:issue is:open' : `is:issue is:open label:"${label.replaceAll('"', '')}"`
  return `${serverUrl}/${repository}/issues?q=${encodeURIComponent(query)}`
}
