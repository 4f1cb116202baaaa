import type { Notice } from '@testwarden/core/model/notice'
import type { WebhookTarget } from '@testwarden/core/model/target'
import { cloudEvent, cloudEventHeaders } from './cloud-event.js'
import { fillTemplate } from './fill-template.js'
import { assumedLimits, noticeValues } from './notice-values.js'
import type { Preset } from './presets/preset.js'
import { presets } from './presets/registry.js'

/** What a webhook sends, before anything secret is in it. */
export interface WebhookRequest {
  readonly body: unknown
  /** Names in small letters; `{{secret}}` is still to be filled in. */
  readonly headers: Readonly<Record<string, string>>
  /** Added to the address. */
  readonly path: string
  readonly twice: Preset['twice']
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** null: the service has no word for this event, so there is nothing to send. */
export function webhookRequest(notice: Notice, { map }: WebhookTarget): WebhookRequest | null {
  switch (map.kind) {
    case 'preset':
      return presetRequest(notice, presets[map.preset])
    case 'cloudevents':
      return cloudEventRequest(notice, map.mode)
    case 'fields': {
      const values = noticeValues(notice, { words: map.words, limits: assumedLimits, markup: 'none' })
      return {
        body: fillTemplate(map.fields, values),
        headers: { 'content-type': JSON_TYPE },
        path: '',
        twice: 'shown-twice',
      }
    }
  }
}

function presetRequest(notice: Notice, preset: Preset): WebhookRequest | null {
  const template = preset.body[notice.event]
  if (template === null) return null
  return {
    body: fillTemplate(template, noticeValues(notice, preset)),
    headers: { 'content-type': JSON_TYPE, ...preset.headers },
    path: preset.path[notice.event].replaceAll('{{dedupKey}}', encodeURIComponent(notice.dedupKey)),
    twice: preset.twice,
  }
}

function cloudEventRequest(notice: Notice, mode: 'structured' | 'binary'): WebhookRequest {
  const event = cloudEvent(notice)
  const rest = { path: '', twice: 'harmless' } as const
  if (mode === 'structured')
    return { body: event, headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' }, ...rest }
  return { body: event.data, headers: { 'content-type': event.datacontenttype, ...cloudEventHeaders(event) }, ...rest }
}
