import type { RunContext } from '@testwarden/core/model/evidence'
import type { IssueMarker } from '@testwarden/core/model/issue'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { shortHash } from '@testwarden/core/render/issue-marker'
import { momentOf, shortMoment } from '../incident/incident-memory.js'

/**
 * Which job is telling people, in a word of the marker, `by:<job>:<moment>`. It goes when the job is done with it, so one
 * that stays is of a job that goes on at this moment, or of one that broke off.
 */
const PREFIX = 'by:'

/** Longer than any job tells people: one target has a minute. */
const TURN_MS = 5 * 60_000

export function turnWord({ key, now }: Pick<RunContext, 'key' | 'now'>): string {
  return `${PREFIX}${shortHash(canonicalJson(key))}:${shortMoment(now)}`
}

export function isTurnWord(word: string): boolean {
  return word.startsWith(PREFIX)
}

/** Whether another job may be telling people at this moment. */
export function isOthersTurn({ about }: Pick<IssueMarker, 'about'>, now: string): boolean {
  const [, , moment] = about.find(isTurnWord)?.split(':') ?? []
  const since = momentOf(moment)
  return since !== null && Math.abs(Date.parse(now) - Date.parse(since)) < TURN_MS
}
