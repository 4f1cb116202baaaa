import type { IssueRemark } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import { issueMarkdown } from '@testwarden/core/render/issue-body'
import { shortHash } from '@testwarden/core/render/issue-marker'
import type { Redact } from '@testwarden/core/render/redact'
import type { IncidentStory, ToldPeople } from '../incident/incident-story.js'
import type { Transition } from '../life/transition.js'
import { redactValues } from './redact-values.js'
import { remarkSections } from './remark-sections.js'

export interface RemarkQuestion {
  readonly story: IncidentStory
  /** Of this step. */
  readonly transitions: readonly Transition[]
  /** Who is told in this step; null: nobody. */
  readonly told: ToldPeople | null
  readonly run: RunContext
  readonly redact: Redact
  /** A locked issue takes no comment of ours. Absent: it is not. */
  readonly locked?: boolean
}

const KEY_CHARACTERS = 80

/** One comment for all turns of a step; null: none of them deserves one. */
export function transitionRemark(question: RemarkQuestion): IssueRemark | null {
  const { story, told, run, redact, locked = false } = question
  const turns = question.transitions.filter(deservesRemark)
  if (locked || (turns.length === 0 && told === null)) return null
  const sections = remarkSections({ ...redactValues({ story, turns, told }, redact), run })
  return { key: keyOf(turns, told), body: issueMarkdown({ sections, run, redact }) }
}

/** That an issue was opened its watchers have heard. */
function deservesRemark({ kind }: Transition): boolean {
  return kind !== 'opened'
}

/** `resolved-20261122t120000`: of what happened and when, so that no other run says the same again. */
function keyOf(turns: readonly Transition[], told: ToldPeople | null): string {
  const events = [...turns, ...(told === null ? [] : [{ kind: 'told', at: told.at }])]
  const key = events.map(({ kind, at }) => `${kind}-${at.replace(/[^0-9T]/g, '').toLowerCase()}`).join('.')
  return key.length <= KEY_CHARACTERS ? key : `${key.slice(0, KEY_CHARACTERS - HASH_CHARACTERS)}-${shortHash(key)}`
}

const HASH_CHARACTERS = 17
