import { type Answer, invalid, refuse } from './call.js'

/** Characters of the body of an issue, a pull request or a comment. */
export const MAX_BODY_LENGTH = 65_536

/** Bytes of a check run's summary, and of its text. */
export const MAX_CHECK_TEXT_BYTES = 65_535

/** Annotations of one request; a later one appends more. */
export const MAX_ANNOTATIONS = 50

const RESOURCES: Readonly<Record<string, string>> = {
  'issues/create': 'Issue',
  'issues/update': 'Issue',
  'issues/create-comment': 'IssueComment',
  'issues/update-comment': 'IssueComment',
}

/** GitHub's limits that its description lacks, or that it answers with 422; null when all are kept. */
export function refuseOverLimit(operationId: string, body: unknown): Answer | null {
  const fields = record(body)
  const resource = RESOURCES[operationId]
  if (resource !== undefined) return refuseBody(resource, fields.body)
  if (operationId === 'checks/create' || operationId === 'checks/update') return refuseCheckRun(fields)
  return null
}

function refuseBody(resource: string, body: unknown): Answer | null {
  if (typeof body !== 'string' || body.length <= MAX_BODY_LENGTH) return null
  const message = `Body is too long (maximum is ${MAX_BODY_LENGTH} characters)`
  return invalid({ resource, code: 'unprocessable', field: 'data', message })
}

function refuseCheckRun(fields: Readonly<Record<string, unknown>>): Answer | null {
  if (fields.status === 'completed' && fields.conclusion === undefined)
    return refuse(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.')
  const output = record(fields.output)
  for (const name of ['summary', 'text']) {
    const text = output[name]
    if (typeof text === 'string' && Buffer.byteLength(text) > MAX_CHECK_TEXT_BYTES)
      return refuse(422, `Invalid request.\n\n${name} exceeds a maximum bytesize of ${MAX_CHECK_TEXT_BYTES}.`)
  }
  const { annotations } = output
  if (Array.isArray(annotations) && annotations.length > MAX_ANNOTATIONS)
    return refuse(
      422,
      `Invalid request.\n\nNo more than ${MAX_ANNOTATIONS} items are allowed; ${annotations.length} were supplied.`,
    )
  return null
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
