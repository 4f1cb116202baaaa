import type { PagerDutyTarget } from '@testwarden/core/model/target'
import { type Judge, jsonOf, judgeStatus } from './answer.js'
import { deliver } from './deliver.js'
import { jsonRequest, parseAddress } from './outgoing.js'
import { pagerDutyEvent } from './pagerduty-event.js'
import { NO_THREAD, type Tell } from './tell.js'

const ADDRESS = 'https://events.pagerduty.com/v2/enqueue'

/** A resolve must come by the key that the trigger came by: PagerDuty drops any other without a word. */
export const pagerDuty: Tell<PagerDutyTarget> = async ({ target, notice, secrets, line }) => {
  const url = parseAddress(target.url ?? ADDRESS, `\`url\` of ${target.name}`)
  const event = pagerDutyEvent(notice, secrets.read(target.secret))
  await deliver(jsonRequest(url, event), { target: target.name, judge, twice: 'harmless' }, line)
  return NO_THREAD
}

/** A 400 names what is wrong with the event, the key above all (developer.pagerduty.com, "Response Codes & Retry Logic"). */
const judge: Judge = (answer) => {
  const judged = judgeStatus(answer)
  if (judged.kind !== 'refused' || answer.status !== 400) return judged
  const errors = jsonOf(answer)?.errors
  const reason = Array.isArray(errors)
    ? `PagerDuty refused the event (${errors.map(String).join('; ').slice(0, 300)})`
    : judged.reason
  return { ...judged, reason, remedy: 'check that the secret is the integration key of an Events API v2 integration' }
}
