import type { NoticeEvent } from './notice.js'
import type { Severity } from './severity.js'

/**
 * Whom incidents are told to: one entry of `targets` in the config file. A secret is the name of an environment
 * variable, never its value, so that a target can stand in evidence, plans and logs.
 */
export type TargetSettings = PagerDutyTarget | SlackTarget | SlackBotTarget | TeamsTarget | WebhookTarget

export type TargetKind = TargetSettings['kind']

export const targetKinds: readonly TargetKind[] = ['pagerduty', 'slack', 'slack-bot', 'teams', 'webhook']

interface TargetBase {
  /** Small letters, digits and single dashes, so that a marker can hold it. */
  readonly name: string
}

export interface PagerDutyTarget extends TargetBase {
  readonly kind: 'pagerduty'
  /** Of the integration key. */
  readonly secret: string
  /** Another address of the Events API, such as that of the European region; null: the usual one. */
  readonly url: string | null
}

/** An incoming webhook: a new message for every notice, as it gives nothing back to update one by. */
export interface SlackTarget extends TargetBase {
  readonly kind: 'slack'
  /** Of the webhook's address. */
  readonly secret: string
}

/** One message per incident, kept up to date, and its story in the message's thread. */
export interface SlackBotTarget extends TargetBase {
  readonly kind: 'slack-bot'
  /** Of the bot's token, which needs the scope `chat:write`. */
  readonly secret: string
  /** Id or name of the channel, as chat.postMessage takes it. */
  readonly channel: string
  /** Another address of the Web API, such as that of GovSlack; null: the usual one. */
  readonly url: string | null
}

export interface TeamsTarget extends TargetBase {
  readonly kind: 'teams'
  /** Of the workflow's address. */
  readonly secret: string
}

export interface WebhookTarget extends TargetBase {
  readonly kind: 'webhook'
  /** Of the address, or of the token where {@link url} has the address; null: the address is no secret and needs none. */
  readonly secret: string | null
  readonly url: string | null
  readonly method: 'POST' | 'PUT' | 'PATCH'
  /** Header to the name of the environment variable that holds its whole value. */
  readonly headers: Readonly<Record<string, string>>
  readonly map: WebhookMap
}

/** How a notice becomes the body of a request. */
export type WebhookMap =
  | { readonly kind: 'preset'; readonly preset: PresetName }
  | { readonly kind: 'cloudevents'; readonly mode: 'structured' | 'binary' }
  | { readonly kind: 'fields'; readonly fields: JsonTemplate; readonly words: NoticeWords }

/** Services whose maps we keep: `platform/notify/presets`. */
export type PresetName = 'incident-io' | 'discord' | 'opsgenie' | 'goalert' | 'rootly' | 'firehydrant'

export const presetNames: readonly PresetName[] = [
  'incident-io',
  'discord',
  'opsgenie',
  'goalert',
  'rootly',
  'firehydrant',
]

/** JSON whose texts may hold placeholders such as `{{title}}`. */
export type JsonTemplate =
  | string
  | number
  | boolean
  | null
  | readonly JsonTemplate[]
  | { readonly [key: string]: JsonTemplate }

/** What a service calls our events and severities; what is not listed keeps our word. */
export interface NoticeWords {
  readonly event: Partial<Readonly<Record<NoticeEvent, string>>>
  readonly severity: Partial<Readonly<Record<Severity, string>>>
}

/**
 * `url` is the first link; `links` and `facts` are lists of `{text, href}` and `{name, value}`, `details` the facts as one
 * mapping. A text that is nothing but a placeholder becomes its value; inside a longer text only those that are texts may
 * stand.
 */
export const placeholders = {
  text: ['event', 'severity', 'title', 'text', 'dedupKey', 'source', 'component', 'url', 'at'],
  other: ['links', 'facts', 'details'],
} as const

export type Placeholder = (typeof placeholders)['text' | 'other'][number]
