import { isNewer, readStickyComment } from './sticky-comment.js'

/** A comment with our marker, by our author. */
export interface OwnComment {
  readonly id: number
  readonly body: string
}

export interface WantedComment {
  /** With its marker. */
  readonly body: string
  /** What to do where there is no comment yet. */
  readonly whenMissing: 'create' | 'nothing'
}

/** What one run does to the comments that it found. */
export type CommentPlan =
  | { readonly kind: 'create' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'update'; readonly id: number; readonly doubles: readonly number[] }
  | { readonly kind: 'keep'; readonly id: number; readonly doubles: readonly number[] }
  /** A newer run has spoken already. */
  | { readonly kind: 'leave-to-newer'; readonly id: number; readonly run: string }

/**
 * The oldest is kept, because links and answers point at it; others are doubles that two jobs made at once. A comment
 * that says the same already is not edited: the mark of an edit would promise news.
 * @param own oldest first
 */
export function planComment(own: readonly OwnComment[], { body, whenMissing }: WantedComment): CommentPlan {
  const newer = findNewer(own, body)
  if (newer !== null) return newer
  const [oldest, ...others] = own
  if (oldest === undefined) return { kind: whenMissing }
  const doubles = others.map(({ id }) => id)
  const isSame = readStickyComment(oldest.body)?.text === readStickyComment(body)?.text
  return { kind: isSame ? 'keep' : 'update', id: oldest.id, doubles }
}

function findNewer(own: readonly OwnComment[], body: string): CommentPlan | null {
  const mine = readStickyComment(body)?.stamp ?? null
  if (mine === null) return null
  for (const comment of own) {
    const stamp = readStickyComment(comment.body)?.stamp ?? null
    if (stamp !== null && isNewer(stamp, mine)) return { kind: 'leave-to-newer', id: comment.id, run: stamp.run }
  }
  return null
}
