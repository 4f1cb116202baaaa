import type { Notice, NoticeLink } from '@testwarden/core/model/notice'
import { utf8Length } from '@testwarden/core/render/utf8'
import { fitText } from './fit-text.js'
import { assumedLimits, noticeValues } from './notice-values.js'

/** CloudEvents 1.0.2, JSON format. Whoever gets the same `source` and `id` twice got the same event twice. */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly data: CloudEventData
}

export interface CloudEventData {
  readonly event: unknown
  readonly severity: unknown
  readonly title: unknown
  readonly text: unknown
  readonly dedupKey: string
  readonly component: unknown
  readonly links: readonly NoticeLink[]
  readonly facts: unknown
}

/** Every intermediary must forward 64 KiB; what is beside the text takes less than the rest. */
const TEXT_BYTES_MAX = 24 * 1024

export function cloudEvent(notice: Notice): CloudEvent {
  const { title, severity, event, component, links, facts, text } = noticeValues(notice, {
    words: { event: {}, severity: {} },
    limits: { ...assumedLimits, facts: 12, factValue: 400, links: 5 },
    markup: 'none',
  })
  const { dedupKey, at } = notice
  return {
    specversion: '1.0',
    id: `${dedupKey}.${notice.event}.${at}`,
    source: `/${notice.source.slice(0, 255).split('/').map(encodePart).join('/')}`,
    type: `testwarden.incident.${notice.event}`,
    subject: dedupKey,
    time: at,
    datacontenttype: 'application/json',
    data: {
      ...{ event, severity, title, dedupKey, component, facts },
      text: typeof text === 'string' ? fitText(text, { max: TEXT_BYTES_MAX, size: jsonBytes }) : null,
      links: Array.isArray(links) ? links : [],
    },
  }
}

/** Attributes as headers of the binary mode (HTTP protocol binding 1.0.2, 3.1.3.2). */
export function cloudEventHeaders({
  data: _data,
  datacontenttype: _type,
  ...attributes
}: CloudEvent): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeHeader(value)]))
}

function encodeHeader(value: string): string {
  return wellFormed(value).replace(/[^\x21-\x7e]|["%]/gu, encodeURIComponent)
}

function jsonBytes(text: string): number {
  return utf8Length(JSON.stringify(text))
}

function encodePart(part: string): string {
  return encodeURIComponent(wellFormed(part))
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}
