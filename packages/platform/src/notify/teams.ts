import type { TeamsTarget } from '@testwarden/core/model/target'
import { excerptOf, type Judge, judgeStatus } from './answer.js'
import { deliver } from './deliver.js'
import { jsonRequest, parseAddress } from './outgoing.js'
import { teamsMessage } from './teams-card.js'
import { NO_THREAD, type Tell } from './tell.js'

/** 202 says that the workflow took it, not that anybody saw it: its owner may be gone. Nothing can be asked about that. */
export const teams: Tell<TeamsTarget> = async ({ target, notice, secrets, line }) => {
  const url = parseAddress(secrets.read(target.secret), target.secret)
  const delivery = { target: target.name, judge, twice: 'shown-twice' } as const
  await deliver(jsonRequest(url, teamsMessage(notice)), delivery, line)
  return NO_THREAD
}

/** Old connectors answer 200 and say in the text that it failed (MicrosoftDocs/msteams-docs#1810). */
const judge: Judge = (answer) => {
  const inside = /\bHTTP error (\d{3})\b/i.exec(answer.text.slice(0, 2000))?.[1]
  if (inside === undefined) return judgeStatus(answer)
  const judged = judgeStatus({ ...answer, status: Number(inside) })
  if (judged.kind === 'done') return judged
  return { ...judged, reason: `it answered ${answer.status}, but says ${excerptOf(answer.text)}` }
}
