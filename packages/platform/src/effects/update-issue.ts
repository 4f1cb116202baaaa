import { setTimeout as sleep } from 'node:timers/promises'
import type { ReceiptReference, UpdateIssue } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import { asSentence } from '@testwarden/core/model/sentence'
import type { GitHub } from '@testwarden/core/ports/github'
import { type DoneFillIn, fillInBody } from '@testwarden/core/render/fill-in'
import { markerSum, readMarkedBody } from '@testwarden/core/render/issue-marker'
import { type Done, type Effect, type EffectContext, receiptOf, requireGitHub } from './effect.js'
import { usableAssignees, usableLabels } from './issue-extras.js'
import { leftToOthers, neededBy, withoutNeeded } from './needed.js'
import { sayOnce } from './say-once.js'

/**
 * The comment comes first and is said once: whatever breaks off behind it, a later run finds the comment there and goes
 * on with the rest. Labels and assignees come last: the list of issues tells a later run which are missing, and nothing
 * else waits for them.
 */
export const updateIssueEffect: Effect<UpdateIssue> = {
  async perform(change, context) {
    const { key, needs } = change
    const needed = neededBy(needs, context.receipts)
    if (needed === 'others') return leftToOthers(key)
    if (needed === 'failed') return withoutNeeded(key, `Not done, as it needs ${needs}. The next run does it.`)
    return receiptOf(key, () => update(change, context))
  },
  describe(change) {
    const { issue, title, body, state, comment, labelsToAdd, labelsToRemove, assigneesToAdd, fillIns } = change
    const name = typeof issue === 'number' ? `issue #${issue}` : 'the issue opened above'
    const parts = [
      ...(title === undefined ? [] : ['its title']),
      ...(body === undefined ? [] : ['its text']),
      ...(body === undefined && fillIns !== undefined ? ['what it remembers of the above'] : []),
      ...(state === undefined ? [] : [`its state to ${state}`]),
      ...(labelsToAdd === undefined ? [] : [`the labels ${labelsToAdd.join(', ')} added`]),
      ...(labelsToRemove === undefined ? [] : [`the labels ${labelsToRemove.join(', ')} removed`]),
      ...(assigneesToAdd === undefined ? [] : [`${assigneesToAdd.join(', ')} assigned`]),
      ...(comment === undefined ? [] : ['a comment on it']),
    ]
    const unless = change.needs === undefined && change.expects === undefined ? '' : ', unless another run is quicker'
    return `update ${name}: ${parts.join(' and ') || 'nothing'}${unless}`
  },
}

/** @throws PlatformError */
async function update(change: UpdateIssue, context: EffectContext): Promise<Done | undefined> {
  const done = doneFillIns(change, context)
  if (done.length === 0 && isOnlyToRemember(change)) return undefined
  const number = issueNumber(change.issue, context)
  const place: Place = { number, github: requireGitHub(context), context }
  if (await isOvertaken(change, place)) return { id: number, isOthers: true }
  await (change.body === undefined && done.length > 0 ? remember(change, done, place) : rewrite(change, done, place))
  return { id: number, lacks: [...(await relabel(change, place)), ...(await assign(change, place))] }
}

interface Place {
  readonly number: number
  readonly github: GitHub
  readonly context: EffectContext
}

/** How long a run that has said the same is waited for before it counts as broken off. */
const WAITS_MS = [500, 1000, 2000] as const

/** Whether another run does it: it has written the issue since this one read it, or has said first what this one says. */
async function isOvertaken({ expects, comment }: UpdateIssue, { number, github, context }: Place): Promise<boolean> {
  const isChanged = async () => expects !== undefined && (await sumOf(number, github)) !== expects
  if (await isChanged()) return true
  if (comment === undefined) return false
  const said = await sayOnce(number, comment, { github, log: context.log })
  if (said !== 'found' || expects === undefined) return said === 'others'
  for (const waitMs of WAITS_MS) {
    await sleep(waitMs)
    if (await isChanged()) return true
  }
  return false
}

async function sumOf(number: number, github: GitHub): Promise<string> {
  const read = readMarkedBody((await github.readIssue(number)).body)
  return read === null ? 'damaged' : markerSum(read.marker)
}

/**
 * What is not remembered is told again some day. As the issue is read anew each time it may be tried again, whatever
 * became of the try before.
 */
async function remember(change: UpdateIssue, done: readonly DoneFillIn[], place: Place): Promise<void> {
  for (const waitMs of REMEMBERING_WAITS_MS) {
    try {
      await rewrite(change, done, place)
      return
    } catch (error) {
      if (!(error instanceof PlatformError) || !error.retryable) throw error
      await sleep(waitMs)
    }
  }
  await rewrite(change, done, place)
}

const REMEMBERING_WAITS_MS = [300, 1500] as const

async function rewrite(change: UpdateIssue, done: readonly DoneFillIn[], { number, github }: Place): Promise<void> {
  const { title, state, closedAs } = change
  const fields = given({ title, body: await bodyOf(change, done, { number, github }), state, closedAs })
  if (Object.keys(fields).length > 0) await github.updateIssue(number, fields)
}

/** undefined: it stays as it is. */
async function bodyOf(
  { body }: UpdateIssue,
  done: readonly DoneFillIn[],
  { number, github }: Omit<Place, 'context'>,
): Promise<string | undefined> {
  if (body !== undefined) return fillInBody(body, done)
  if (done.length === 0) return undefined
  const now = (await github.readIssue(number)).body
  const filled = fillInBody(now, done)
  return filled === now ? undefined : filled
}

function doneFillIns({ fillIns = [] }: UpdateIssue, { receipts }: EffectContext): readonly DoneFillIn[] {
  return fillIns.flatMap((fillIn) => {
    const receipt = receipts.get(fillIn.of)
    if (receipt?.status === 'done') return receipt.isOthers === true ? [] : [{ fillIn, id: receipt.id ?? null }]
    return receipt?.status === 'failed' && fillIn.evenIfFailed === true ? [{ fillIn, id: null }] : []
  })
}

/** Nothing but the memory of what was done: where nothing was, the issue says so already. */
function isOnlyToRemember(change: UpdateIssue): boolean {
  const { kind: _kind, key: _key, issue: _issue, needs: _needs, expects: _expects, ...said } = change
  const { body: _body, fillIns = [], ...rest } = said
  return fillIns.length > 0 && Object.values(rest).every((value) => value === undefined)
}

type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>
}

/** @returns what was left out */
async function relabel(
  { labelsToAdd = [], labelsToRemove = [] }: UpdateIssue,
  { number, github }: Place,
): Promise<readonly string[]> {
  const { names, lacks } = await usableLabels(labelsToAdd, github)
  const added = names.length === 0 ? [] : await lackOf(() => github.addLabels(number, names))
  const removed: string[] = []
  for (const name of labelsToRemove) removed.push(...(await lackOf(() => github.removeLabel(number, name))))
  return [...lacks, ...added, ...removed]
}

/** @returns who was left out */
async function assign({ assigneesToAdd = [] }: UpdateIssue, { number, github }: Place): Promise<readonly string[]> {
  const { names, lacks } = await usableAssignees(assigneesToAdd, github)
  return names.length === 0 ? lacks : [...lacks, ...(await lackOf(() => github.addAssignees(number, names)))]
}

async function lackOf(act: () => Promise<void>): Promise<readonly string[]> {
  try {
    await act()
    return []
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return [`${asSentence(error.message)} The next run does it.`]
  }
}

/** @throws PlatformError when the change that was to open the issue did not */
function issueNumber(issue: number | ReceiptReference, { receipts }: EffectContext): number {
  if (typeof issue === 'number') return issue
  const receipt = receipts.get(issue.ref)
  if (receipt?.status === 'done' && typeof receipt.id === 'number') return receipt.id
  throw new PlatformError(`the issue of ${issue.ref} was not opened`, {
    remedy: 'see why above; the next run repairs it',
    retryable: true,
  })
}
