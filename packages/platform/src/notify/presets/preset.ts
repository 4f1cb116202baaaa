import type { NoticeEvent } from '@testwarden/core/model/notice'
import type { JsonTemplate, PresetName } from '@testwarden/core/model/target'
import type { Wording } from '../notice-values.js'

/** How one service is told through the webhook target. Data only. */
export interface Preset extends Wording {
  readonly name: PresetName
  readonly displayName: string
  /** The page that describes the request. */
  readonly documentation: string
  /** YYYY-MM-DD of the day on which the service ends; null: none is known. */
  readonly endsOn: string | null
  /** Used where the target has no `url`; null: the secret is the address itself. */
  readonly url: string | null
  /** `{{secret}}` is the value of the target's secret. */
  readonly headers: Readonly<Record<string, string>>
  /** Added to the address, with `{{dedupKey}}`; query included. */
  readonly path: Readonly<Record<NoticeEvent, string>>
  /** null: the service has no word for the event, so nothing is sent. */
  readonly body: Readonly<Record<NoticeEvent, JsonTemplate | null>>
  /** What a notice becomes that is sent twice, as after a lost answer. */
  readonly twice: 'harmless' | 'shown-twice'
}

export const NO_PATH: Preset['path'] = { trigger: '', acknowledge: '', resolve: '' }

export function sameBody(body: JsonTemplate): Preset['body'] {
  return { trigger: body, acknowledge: body, resolve: body }
}
