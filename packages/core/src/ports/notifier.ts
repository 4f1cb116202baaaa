import type { Notice } from '../model/notice.js'
import type { TargetSettings } from '../model/target.js'

/** Paging services and chats. */
export interface Notifier {
  /**
   * Tells one notice. Where no answer came it may have arrived, and is sent again: PagerDuty and services with a key of
   * their own take both for one, a chat may show it twice.
   * @throws PlatformError what failed without being retryable needs a person: the remedy says what to do
   */
  send(target: TargetSettings, notice: Notice): Promise<SentNotice>
}

export interface SentNotice {
  /**
   * Names the first message, for {@link Notice.thread} of later ones: small letters, digits, `_`, `.`, `:` and `-`, so that
   * a marker can hold it. null: the target knows the incident by its key, or cannot join messages.
   */
  readonly thread: string | null
}
