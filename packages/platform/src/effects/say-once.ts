import type { IssueRemark } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { isStickyComment, stickyMarker } from '@testwarden/core/render/sticky-comment'
import type { EffectContext } from './effect.js'

/** `found`: it was there already, said by a run that may have ended since or go on. `others`: another run was quicker. */
export type Said = 'said' | 'found' | 'others'

export interface Saying {
  readonly github: GitHub
  readonly log: EffectContext['log']
}

/**
 * Of two runs that say the same at the same moment the one whose comment is older has said it: GitHub numbers comments as
 * they come. The other one takes its own away and gives way.
 */
export async function sayOnce(issue: number, { key, body }: IssueRemark, { github, log }: Saying): Promise<Said> {
  const find = () => findRemark(issue, key, github)
  if ((await find()) !== null) return 'found'
  const id = await github.createComment({ issue, on: 'issue', body: `${stickyMarker(key, null)}\n${body}`, find })
  try {
    const oldest = await find()
    if (oldest === null || oldest >= id) return 'said'
  } catch (error) {
    return passed(error, log, 'said')
  }
  try {
    await github.deleteComment(id)
  } catch (error) {
    return passed(error, log, 'others')
  }
  return 'others'
}

function passed(error: unknown, log: EffectContext['log'], said: Said): Said {
  if (!(error instanceof PlatformError)) throw error
  log.debug(error.message)
  return said
}

/** The first one. By its marker and its author, as anybody can write a marker. */
async function findRemark(issue: number, key: string, github: GitHub): Promise<number | null> {
  const { comments } = await github.listComments(issue)
  const marked = comments.filter(({ body }) => isStickyComment(body, key))
  if (marked.length === 0) return null
  const login = await github.login()
  const ids = marked.filter(({ author }) => author === login).map(({ id }) => id)
  return ids.length === 0 ? null : Math.min(...ids)
}
