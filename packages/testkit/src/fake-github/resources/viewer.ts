import { type Answer, ok } from '../call.js'
import type { TokenGrant } from '../permissions.js'

/** GraphQL's one question that is simulated: whom a token acts as. An installation token may ask it, unlike `GET /user`. */
const VIEWER = /^\s*(?:query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/

/** @returns null for any other question */
export function answerViewer(query: unknown, { login }: TokenGrant): Answer | null {
  return typeof query === 'string' && VIEWER.test(query) ? ok({ data: { viewer: { login } } }) : null
}
