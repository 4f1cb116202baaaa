import type { Notice } from '@testwarden/core/model/notice'
import type { TargetSettings } from '@testwarden/core/model/target'
import type { SentNotice } from '@testwarden/core/ports/notifier'
import type { Line } from './deliver.js'
import type { Secrets } from './secrets.js'

/** What a target needs to tell something. */
export interface Telling<Target extends TargetSettings> {
  readonly target: Target
  readonly notice: Notice
  readonly secrets: Secrets
  readonly line: Line
}

/** @throws PlatformError */
export type Tell<Target extends TargetSettings> = (telling: Telling<Target>) => Promise<SentNotice>

/** For services that know the incident by its key, or cannot join messages. */
export const NO_THREAD: SentNotice = { thread: null }
