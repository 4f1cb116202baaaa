import { type FakeService, json, type Reply, type ServiceRequest, startService } from './service.js'
import { checkOf, closed, textUpTo } from './validate.js'

/**
 * The Events API v2 as developer.pagerduty.com describes it: "Events API v2 Overview" (sizes, codes) and "Send an Alert
 * Event" (fields, lengths, what an action does to an alert).
 */
export interface FakePagerDuty extends FakeService {
  /** Alerts by dedup key. */
  readonly alerts: ReadonlyMap<string, PagerDutyAlert>
}

export interface PagerDutyAlert {
  readonly status: 'triggered' | 'acknowledged' | 'resolved'
  readonly triggers: number
  readonly summary: string
}

interface Event {
  readonly routing_key: string
  readonly event_action: 'trigger' | 'acknowledge' | 'resolve'
  readonly dedup_key: string
  readonly payload?: { readonly summary: string }
}

const BYTES_MAX = 512_000
const https = { type: 'string', format: 'uri' }
const routing_key = { type: 'string', pattern: '^[A-Za-z0-9]{32}$' }
const trigger = closed(
  {
    routing_key,
    event_action: { const: 'trigger' },
    dedup_key: textUpTo(255),
    client: { type: 'string' },
    client_url: https,
    links: { type: 'array', items: closed({ href: https, text: { type: 'string' } }, ['href']) },
    images: { type: 'array', items: closed({ src: https, href: https, alt: { type: 'string' } }, ['src']) },
    payload: closed(
      {
        summary: textUpTo(1024),
        source: { type: 'string', minLength: 1 },
        severity: { enum: ['critical', 'error', 'warning', 'info'] },
        timestamp: { type: 'string', format: 'date-time' },
        component: { type: 'string' },
        group: { type: 'string' },
        class: { type: 'string' },
        custom_details: { type: 'object' },
      },
      ['summary', 'source', 'severity'],
    ),
  },
  ['routing_key', 'event_action', 'payload'],
)
const ending = closed({ routing_key, event_action: { enum: ['acknowledge', 'resolve'] }, dedup_key: textUpTo(255) }, [
  'routing_key',
  'event_action',
  'dedup_key',
])
const check = checkOf({
  type: 'object',
  required: ['event_action'],
  discriminator: { propertyName: 'event_action' },
  oneOf: [trigger, ending],
})

/** @param routingKey the integration's; another one is refused */
export async function startFakePagerDuty(routingKey: string): Promise<FakePagerDuty> {
  const alerts = new Map<string, PagerDutyAlert>()
  const service = await startService((request) => answer(request, { routingKey, alerts }))
  return Object.assign(service, { alerts })
}

interface State {
  readonly routingKey: string
  readonly alerts: Map<string, PagerDutyAlert>
}

function answer({ method, path, text, body }: ServiceRequest, { routingKey, alerts }: State): Reply {
  if (method !== 'POST' || path !== '/v2/enqueue') return json(404, { message: 'Not Found' })
  if (Buffer.byteLength(text) > BYTES_MAX) return json(413, { message: 'Payload Too Large' })
  const errors = check(body)
  if (errors.length > 0) return invalid(errors)
  const event = body as Event
  if (event.routing_key !== routingKey) return invalid(["'routing_key' is invalid"])
  apply(event, alerts)
  return json(202, { status: 'success', message: 'Event processed', dedup_key: event.dedup_key })
}

function invalid(errors: readonly string[]): Reply {
  return json(400, { status: 'invalid event', message: 'Event object is invalid', errors })
}

function apply({ event_action, dedup_key, payload }: Event, alerts: Map<string, PagerDutyAlert>): void {
  const found = alerts.get(dedup_key)
  const open = found?.status === 'resolved' ? undefined : found
  if (event_action === 'trigger') {
    const { status = 'triggered', triggers = 0 } = open ?? {}
    alerts.set(dedup_key, { status, triggers: triggers + 1, summary: payload?.summary ?? '' })
    return
  }
  // Of an alert that is not open it is dropped without a word.
  if (open !== undefined)
    alerts.set(dedup_key, { ...open, status: event_action === 'resolve' ? 'resolved' : 'acknowledged' })
}
