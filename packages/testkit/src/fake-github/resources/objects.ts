import { type Answer, ok } from '../call.js'
import { resolveRevision } from '../history.js'
import type { TokenGrant } from '../permissions.js'
import type { Repository } from '../repository.js'
import type { GitHubState } from '../state.js'

export interface ObjectsQuestion {
  readonly state: GitHubState
  readonly caller: TokenGrant
  /** `{ query, variables }` */
  readonly body: unknown
}

/** GraphQL: objects of one repository by expression. null: the query asks for something else. */
export function answerObjects({ state, caller, body }: ObjectsQuestion): Answer | null {
  const { query, variables } = Object(body ?? {})
  const asked = [...String(query).matchAll(/(\w+): object\(expression: \$(\w+)\)/g)]
  if (asked.length === 0) return null
  const given = new Map(Object.entries<unknown>(Object(variables ?? {})))
  const repository = state.repositories.get(`${given.get('owner')}/${given.get('name')}`.toLowerCase())
  if (repository === undefined) return failed('NOT_FOUND', 'Could not resolve to a Repository.')
  if (caller.permissions.contents === undefined && repository.isPrivate)
    return failed('FORBIDDEN', 'Resource not accessible by integration')
  const objects = asked.map(([, alias = '', name = '']) => [alias, objectAt(repository, String(given.get(name)))])
  return ok({ data: { repository: Object.fromEntries(objects) } })
}

/** `refs/heads/main` is a commit, `refs/heads/main:a/b.yml` a file of it. */
function objectAt(repository: Repository, expression: string): Readonly<Record<string, unknown>> | null {
  const colon = expression.indexOf(':')
  const revision = colon < 0 ? expression : expression.slice(0, colon)
  const oid = resolveRevision(repository, revision)?.sha
  if (oid === undefined) return null
  if (colon < 0) return { oid }
  const text = repository.texts.get(`${oid}:${expression.slice(colon + 1)}`)
  return text === undefined ? null : { text, isTruncated: false }
}

/** GraphQL answers 200 to what it refuses. */
function failed(type: string, message: string): Answer {
  return ok({ errors: [{ type, message }] })
}
