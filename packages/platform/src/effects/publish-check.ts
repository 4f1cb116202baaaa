import type { CheckConclusion, CheckOutput, GitHub } from '@testwarden/core/ports/github'
import type { CheckPublication } from '@testwarden/core/render/publication'
import { type Effect, receiptOf, requireGitHub } from './effect.js'

/** Makes the check run of this step on a commit, or updates the one that this step of this attempt has made already. */
export interface PublishCheck {
  readonly kind: 'publish-check'
  readonly key: string
  readonly headSha: string
  readonly name: string
  readonly externalId: string
  readonly detailsUrl: string | null
  readonly conclusion: CheckConclusion
  readonly check: CheckPublication
}

const BATCH_MAX = 50

/** The receipt's id is the check run's. */
export const publishCheckEffect: Effect<PublishCheck> = {
  perform: (change, context) => receiptOf(change.key, () => publishCheck(change, requireGitHub(context))),
  describe: ({ name, headSha }) => `make the check run ${JSON.stringify(name)} on ${headSha.slice(0, 7)}`,
}

async function publishCheck(change: PublishCheck, github: GitHub): Promise<number> {
  const existing = await findOwn(change, github)
  const id = existing?.id ?? (await create(change, github))
  const sentCount = existing?.annotationCount ?? BATCH_MAX
  // One that is there is told the conclusion anew, even without a further annotation.
  if (existing !== null) await update(change, { github, id, from: sentCount })
  const next = existing === null ? sentCount : sentCount + BATCH_MAX
  for (let from = next; from < annotationsOf(change).length; from += BATCH_MAX)
    await update(change, { github, id, from })
  return id
}

async function findOwn({ headSha, name, externalId }: PublishCheck, github: GitHub) {
  const runs = await github.listCheckRuns(headSha, name)
  return runs.find((run) => run.externalId === externalId) ?? null
}

/** Complete from the start: whatever fails later, no check run waits for ever. */
function create(change: PublishCheck, github: GitHub): Promise<number> {
  const { headSha, name, externalId, detailsUrl, conclusion } = change
  const find = async () => (await findOwn(change, github))?.id ?? null
  return github.createCheckRun({
    headSha,
    name,
    externalId,
    detailsUrl,
    conclusion,
    output: outputFrom(change, 0),
    find,
  })
}

interface Batch {
  readonly github: GitHub
  readonly id: number
  /** Index of its first annotation. */
  readonly from: number
}

/** GitHub takes fifty annotations at a time and adds them to those that are there, so none is sent twice. */
function update(change: PublishCheck, { github, id, from }: Batch): Promise<void> {
  const hasArrived = async () => ((await findOwn(change, github))?.annotationCount ?? 0) > from
  return github.updateCheckRun({ id, conclusion: change.conclusion, output: outputFrom(change, from), hasArrived })
}

function outputFrom(change: PublishCheck, from: number): CheckOutput {
  const { title, summary, text } = change.check
  return { title, summary, text, annotations: annotationsOf(change).slice(from, from + BATCH_MAX) }
}

function annotationsOf({ check }: PublishCheck) {
  return check.annotationBatches.flat()
}
