import type { RunContext } from '../model/evidence.js'

/** Which run wrote a comment, so that a late one does not take the place of a newer one. */
export interface CommentStamp {
  /** GITHUB_RUN_ID: grows from run to run, whatever the workflow. */
  readonly run: string
  readonly attempt: number
  /** The commit that it speaks of. */
  readonly headSha: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
}

/** A comment of ours, taken apart. */
export interface StickyComment {
  readonly key: string
  /** null: written by a version that had none, so older than any. */
  readonly stamp: CommentStamp | null
  /** All below the marker, with plain line ends. */
  readonly text: string
}

const KEY_CHARACTERS_MAX = 100
const MARKER =
  /^<!-- testwarden:([A-Za-z0-9_.-]{1,100})(?: run=(\d{1,20})\.(\d{1,9}) head=([0-9a-f]{40,64}) at=([0-9TZ:.+-]{10,30}))? -->$/

/**
 * The line by which a later run knows its own comment again. Invisible on GitHub.
 * @param key the action's id or what the user chose, never a cell of a matrix
 */
export function stickyMarker(key: string, stamp: CommentStamp | null): string {
  const by = stamp === null ? '' : ` run=${stamp.run}.${stamp.attempt} head=${stamp.headSha} at=${stamp.startedAt}`
  return `<!-- testwarden:${cleanKey(key)}${by} -->`
}

/** null: a run that GitHub did not start, or one without a commit. */
export function stampOf({ key, headSha, now }: Pick<RunContext, 'key' | 'headSha' | 'now'>): CommentStamp | null {
  if (headSha === null || !/^\d{1,20}$/.test(key.run)) return null
  return { run: key.run, attempt: key.attempt, headSha, startedAt: now }
}

/**
 * null: not one of ours. Only the first line counts: whoever quotes a comment does not become it. The author must be
 * checked beside this.
 */
export function readStickyComment(body: string): StickyComment | null {
  const [first = '', ...rest] = body.split(/\r?\n/)
  const match = MARKER.exec(first.trim())
  if (match === null) return null
  const [, key = '', run, attempt = '', headSha = '', startedAt = ''] = match
  const stamp = run === undefined ? null : { run, attempt: Number(attempt), headSha, startedAt }
  return { key, stamp, text: rest.join('\n').trim() }
}

export function isStickyComment(body: string, key: string): boolean {
  return readStickyComment(body)?.key === cleanKey(key)
}

/**
 * Of one commit the run that started later is newer: a rerun keeps its number. Of two commits the higher run number is,
 * because GitHub starts a run for each commit as it comes, and a rerun of the older one keeps the lower number.
 */
export function isNewer(left: CommentStamp, right: CommentStamp): boolean {
  if (left.headSha === right.headSha) return Date.parse(left.startedAt) > Date.parse(right.startedAt)
  return BigInt(left.run) > BigInt(right.run)
}

function cleanKey(key: string): string {
  return key
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, KEY_CHARACTERS_MAX)
}
