import { type FakeService, json, type Reply, type ServiceRequest, startService } from './service.js'
import { checkOf } from './validate.js'

/** A receiver of CloudEvents 1.0.2: JSON format, HTTP protocol binding in both modes, and 64 KiB of "Size Limits". */
export interface FakeCloudEvents extends FakeService {
  /** Attributes and data of every event that it took, in either mode. */
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

const BYTES_MAX = 64 * 1024
const text = { type: 'string', minLength: 1 }
const check = checkOf({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type'],
  propertyNames: { pattern: '^[a-z0-9]+$' },
  properties: {
    specversion: { const: '1.0' },
    id: text,
    source: { ...text, format: 'uri-reference' },
    type: text,
    subject: text,
    time: { type: 'string', format: 'date-time' },
    datacontenttype: text,
    data: {},
  },
})

export async function startFakeCloudEvents(): Promise<FakeCloudEvents> {
  const events: Readonly<Record<string, unknown>>[] = []
  const service = await startService((request) => answer(request, events))
  return Object.assign(service, { events })
}

function answer(request: ServiceRequest, events: Readonly<Record<string, unknown>>[]): Reply {
  const headerBytes = Object.entries(request.headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    0,
  )
  if (Buffer.byteLength(request.text) + headerBytes > BYTES_MAX) return json(413, { message: 'Payload Too Large' })
  const event = readEvent(request)
  if (event === null) return json(415, { message: 'neither mode' })
  const problems = check(event)
  if (problems.length > 0) return json(400, { message: problems.join('; ') })
  events.push(event)
  return { status: 204, text: '' }
}

function readEvent({ headers, body }: ServiceRequest): Readonly<Record<string, unknown>> | null {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/cloudevents+json')) return body as Readonly<Record<string, unknown>>
  const attributes = Object.entries(headers).filter(([name]) => name.startsWith('ce-'))
  if (attributes.length === 0 || body === undefined) return null
  const decoded = attributes.map(([name, value]) => [name.slice('ce-'.length), decodeURIComponent(value)])
  return { ...Object.fromEntries(decoded), datacontenttype: type, data: body }
}
