import type { SlackTarget } from '@testwarden/core/model/target'
import { excerptOf, type Judge, judgeStatus } from './answer.js'
import { deliver } from './deliver.js'
import { jsonRequest, parseAddress } from './outgoing.js'
import { slackMessage } from './slack-message.js'
import { judgeSlackError } from './slack-refusal.js'
import { NO_THREAD, type Tell } from './tell.js'

export const slackWebhook: Tell<SlackTarget> = async ({ target, notice, secrets, line }) => {
  const url = parseAddress(secrets.read(target.secret), target.secret)
  const delivery = { target: target.name, judge, twice: 'shown-twice' } as const
  await deliver(jsonRequest(url, slackMessage(notice)), delivery, line)
  return NO_THREAD
}

/** Only `ok` is success, whatever the status: a switched-off webhook may answer 200 too. */
const judge: Judge = (answer) => {
  const said = excerptOf(answer.text)
  if (answer.status >= 200 && answer.status < 300)
    return said === 'ok' ? { kind: 'done' } : judgeSlackError(said || 'no answer')
  const isWord = /^[a-z][a-z_]{2,60}$/.test(said)
  return answer.status >= 400 && answer.status < 500 && answer.status !== 429 && isWord
    ? judgeSlackError(said)
    : judgeStatus(answer)
}
