import type { OpenIssue } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import type { IssueMarker, KnownIssue } from '@testwarden/core/model/issue'
import type { GitHub, IssueQuery, NewIssue } from '@testwarden/core/ports/github'
import { continuedBody, twinBody } from '@testwarden/core/render/issue-body'
import { isSameSubject, keyPrefixOf, markerSum, readMarkedBody } from '@testwarden/core/render/issue-marker'
import { listOwnIssues } from '../own-issues.js'
import { type Done, type Effect, type EffectContext, receiptOf, requireGitHub } from './effect.js'
import { usableAssignees, usableLabels } from './issue-extras.js'

/** The receipt's id is the issue's number; that of the older one, which is others', where there was or came to be one. */
export const openIssueEffect: Effect<OpenIssue> = {
  perform: (change, context) => receiptOf(change.key, () => open(change, context)),
  describe: ({ title, labels, assignees = [] }) =>
    `open an issue ${JSON.stringify(title)}${listed(' with the labels ', labels)}${listed(' for ', assignees)}`,
}

function listed(before: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${before}${names.join(', ')}`
}

async function open(change: OpenIssue, context: EffectContext): Promise<Done> {
  const github = requireGitHub(context)
  const marker = readMarkedBody(change.body)?.marker
  // Nobody could know it again after a lost answer, so it is never asked for twice.
  if (marker === undefined) {
    const { issue, lacks } = await prepare(change, github)
    return { id: await github.openIssue({ ...issue, find: null }), lacks }
  }
  return openMarked(change, { marker, github, context })
}

interface Marked {
  readonly marker: IssueMarker
  readonly github: GitHub
  readonly context: EffectContext
}

/** Minutes may have gone by since the decision read the list, and other jobs have read it too. */
async function openMarked(change: OpenIssue, { marker, github, context }: Marked): Promise<Done> {
  const { issue, lacks } = await prepare(change, github)
  const twins: Twins = { marker, label: issue.labels[0] ?? null, github, continued: change.continues ?? null }
  const older = await oldestOf(twins)
  if (older !== null)
    return { id: await wearAgain(older, issue.labels, { marker, github, context }), lacks, isOthers: true }
  let found: KnownIssue | null = null
  const find = async () => {
    found = await oldestOf(twins)
    return found?.number ?? null
  }
  const number = await github.openIssue({ ...issue, find })
  const kept = await giveWay(number, twins, context)
  if (change.continues !== undefined) await closeFull(change.continues, kept, { github, context })
  const isOurs = kept === number && (found === null || isWrittenHere(found, marker))
  return { id: kept, lacks, ...(isOurs ? {} : { isOthers: true }) }
}

/** Without a marker nobody takes it for the issue any more. If that fails, a later run finds two and closes the younger. */
async function closeFull(
  full: number,
  next: number,
  { github, context }: Pick<Marked, 'github' | 'context'>,
): Promise<void> {
  try {
    await github.updateIssue(full, { body: continuedBody(next), state: 'closed', closedAs: 'not_planned' })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    context.log.debug(error.message)
  }
}

/** Whose answer was lost finds an issue that may be another run's: what a marker says of its run tells. */
function isWrittenHere(issue: KnownIssue, marker: IssueMarker): boolean {
  return issue.isDamaged !== true && markerSum(issue.marker) === markerSum(marker)
}

/** Whoever lists issues by a label does not see one that lost it, and would open another one every time. */
async function wearAgain(
  { number, labels: worn }: KnownIssue,
  labels: readonly string[],
  { github, context }: Marked,
): Promise<number> {
  const missing = labels.filter((label) => !worn.includes(label))
  try {
    if (missing.length > 0) await github.addLabels(number, missing)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    context.log.debug(error.message)
  }
  return number
}

interface Prepared {
  readonly issue: Omit<NewIssue, 'find'>
  readonly lacks: readonly string[]
}

async function prepare({ title, body, labels, assignees = [] }: OpenIssue, github: GitHub): Promise<Prepared> {
  const worn = await usableLabels(labels, github)
  const people = await usableAssignees(assignees, github)
  return {
    issue: { title, body, labels: worn.names, assignees: people.names },
    lacks: [...worn.lacks, ...people.lacks],
  }
}

interface Twins {
  readonly marker: IssueMarker
  /** One that all of them should bear; null where none could be made. */
  readonly label: string | null
  readonly github: GitHub
  /** Number of the one that it goes on for; null: none. */
  readonly continued: number | null
}

/** Of those that bear the label, or else of all that are ours: people take labels away. */
async function oldestOf({ marker, label, github, continued }: Twins): Promise<KnownIssue | null> {
  const keyPrefix = keyPrefixOf(marker.keys[0] ?? '')
  const wanted = { action: marker.action, state: 'open', ...(keyPrefix === null ? {} : { keyPrefix }) } as const
  const list = async (query: Pick<IssueQuery, 'label' | 'creator'>) => {
    const { issues } = await listOwnIssues(github, { ...wanted, ...query })
    const same = issues.filter((issue) => issue.number !== continued && isSameSubject(issue.marker, marker))
    // A damaged one may merely quote the key.
    return same.find(({ isDamaged }) => isDamaged !== true) ?? same[0] ?? null
  }
  const labelled = label === null ? null : await list({ label, creator: null })
  return labelled ?? list({ label: null, creator: await github.login() })
}

/**
 * Two runs that read the list at the same moment both open one. Each looks again, and whoever was later closes its own,
 * without a marker, so that nobody takes it for the issue. If that fails, a later run finds both and does it; what this
 * run still has to say goes to the older one all the same.
 */
async function giveWay(number: number, twins: Twins, { log }: EffectContext): Promise<number> {
  let kept = number
  try {
    const oldest = await oldestOf(twins)
    if (oldest === null || oldest.number >= number) return number
    kept = oldest.number
    await twins.github.updateIssue(number, { body: twinBody(kept), state: 'closed', closedAs: 'not_planned' })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    log.debug(error.message)
  }
  return kept
}
