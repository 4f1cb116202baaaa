import type { Notice } from '@testwarden/core/model/notice'
import type { Severity } from '@testwarden/core/model/severity'
import { plainLine, plainLines } from '@testwarden/core/render/escape-chat'
import { utf8Length } from '@testwarden/core/render/utf8'
import { fitText } from './fit-text.js'
import { soundLinks } from './links.js'

/** What `POST /v2/enqueue` takes (developer.pagerduty.com, "Send an Alert Event"). */
export type PagerDutyEvent =
  | { readonly routing_key: string; readonly event_action: 'acknowledge' | 'resolve'; readonly dedup_key: string }
  | PagerDutyTrigger

export interface PagerDutyTrigger {
  readonly routing_key: string
  readonly event_action: 'trigger'
  readonly dedup_key: string
  readonly client: string
  readonly client_url?: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly payload: {
    readonly summary: string
    readonly source: string
    readonly severity: 'critical' | 'error' | 'warning' | 'info'
    readonly timestamp: string
    readonly component?: string
    readonly custom_details: Readonly<Record<string, unknown>>
  }
}

const SUMMARY_CHARACTERS_MAX = 1024
const LINKS_MAX = 20
/** "512 KB", read as the smaller number. */
const EVENT_BYTES_MAX = 512_000
const SHORT_CHARACTERS_MAX = 255

const SEVERITIES: Readonly<Record<Severity, PagerDutyTrigger['payload']['severity']>> = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
}

/** Details that are too large for the service are replaced: the page itself must not fail for them. */
export function pagerDutyEvent(notice: Notice, routingKey: string): PagerDutyEvent {
  const key = { routing_key: routingKey, dedup_key: notice.dedupKey }
  if (notice.event !== 'trigger') return { ...key, event_action: notice.event }
  const event = triggerOf(notice, key)
  if (utf8Length(JSON.stringify(event)) <= EVENT_BYTES_MAX) return event
  const custom_details = { error: 'The details were too large for PagerDuty: follow the links.' }
  return { ...event, payload: { ...event.payload, custom_details } }
}

function triggerOf(notice: Notice, key: Pick<PagerDutyTrigger, 'routing_key' | 'dedup_key'>): PagerDutyTrigger {
  const { title, text, source, component, severity, facts, at } = notice
  const links = soundLinks(notice.links, LINKS_MAX)
  const short = (value: string): string => fitText(plainLine(value), { max: SHORT_CHARACTERS_MAX })
  const part = short(component ?? '')
  return {
    ...key,
    event_action: 'trigger',
    client: 'Testwarden',
    ...(links[0] === undefined ? {} : { client_url: links[0].href }),
    links: links.map(({ text: label, href }) => ({ href, text: short(label) })),
    payload: {
      summary: fitText(plainLine(title) || 'Incident', { max: SUMMARY_CHARACTERS_MAX }),
      source: short(source) || 'unknown',
      severity: SEVERITIES[severity],
      timestamp: at,
      ...(part === '' ? {} : { component: part }),
      custom_details: Object.fromEntries([
        ...facts.map(({ name, value }) => [plainLine(name) || '-', plainLines(value)] as const),
        ['text', plainLines(text)],
      ]),
    },
  }
}
