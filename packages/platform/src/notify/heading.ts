import type { Notice, NoticeEvent } from '@testwarden/core/model/notice'
import { plainLine } from '@testwarden/core/render/escape-chat'

const ENDED: Partial<Readonly<Record<NoticeEvent, string>>> = { acknowledge: 'acknowledged', resolve: 'resolved' }

/** One line without markup: how bad it is, or what became of it, then its title. */
export function headingOf({ event, severity, title }: Notice): string {
  return `[${ENDED[event] ?? severity}] ${plainLine(title) || 'Incident'}`
}
