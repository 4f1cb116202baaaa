import type { OpenIssue } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import type { IssueMarker } from '@testwarden/core/model/issue'
import type { GitHub } from '@testwarden/core/ports/github'
import { twinBody } from '@testwarden/core/render/issue-body'
import { isSameSubject, readMarkedBody } from '@testwarden/core/render/issue-marker'
import { listOwnIssues } from '../own-issues.js'
import { type Effect, type EffectContext, receiptOf, requireGitHub } from './effect.js'

/** The receipt's id is the issue's number; that of the older one where two runs opened one at once. */
export const openIssueEffect: Effect<OpenIssue> = {
  perform: (change, context) => receiptOf(change.key, () => open(change, context)),
  describe: ({ title, labels }) =>
    `open an issue ${JSON.stringify(title)}${labels.length === 0 ? '' : ` with the labels ${labels.join(', ')}`}`,
}

async function open({ title, body, labels }: OpenIssue, context: EffectContext): Promise<number> {
  const github = requireGitHub(context)
  const marker = readMarkedBody(body)?.marker
  // Nobody could know it again after a lost answer, so it is never asked for twice.
  if (marker === undefined) return github.openIssue({ title, body, labels, find: null })
  const twins: Twins = { marker, label: labels[0] ?? null, github }
  const number = await github.openIssue({ title, body, labels, find: () => oldestOf(twins) })
  return giveWay(number, twins, context)
}

interface Twins {
  readonly marker: IssueMarker
  readonly label: string | null
  readonly github: GitHub
}

async function oldestOf({ marker, label, github }: Twins): Promise<number | null> {
  const { issues } = await listOwnIssues(github, { action: marker.action, label, state: 'open' })
  return issues.find((issue) => isSameSubject(issue.marker, marker))?.number ?? null
}

/**
 * Two runs that read the list at the same moment both open one. Each looks again, and whoever was later closes its own,
 * without a marker, so that nobody takes it for the issue. If that fails, a later run finds both and does it.
 */
async function giveWay(number: number, twins: Twins, { log }: EffectContext): Promise<number> {
  try {
    const oldest = await oldestOf(twins)
    if (oldest === null || oldest >= number) return number
    await twins.github.updateIssue(number, { body: twinBody(oldest), state: 'closed', closedAs: 'not_planned' })
    return oldest
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    log.debug(error.message)
    return number
  }
}
