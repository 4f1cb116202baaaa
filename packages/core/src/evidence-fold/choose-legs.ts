import type { Problem } from '../model/errors.js'
import { type Leg, legIdentity, legName } from './leg.js'

export interface ChosenLegs {
  /** One per leg, in a fixed order whatever the order of artifacts. */
  readonly legs: readonly Leg[]
  readonly refused: readonly Problem[]
  /** Worth knowing, and no reason to doubt. */
  readonly notes: readonly string[]
}

/**
 * One evidence per leg: that of the latest attempt. Where the latest attempt is there twice and says two things, nobody
 * can know which is true, so neither counts.
 * @param attempt of the run that is published, for telling whose evidence is from an earlier one
 */
export function chooseLegs(candidates: readonly Leg[], attempt: number): ChosenLegs {
  const chosen = groupBy(candidates, ({ evidence }) => legIdentity(evidence.run.key)).map(chooseOne)
  const legs = chosen.flatMap((choice) => choice.legs)
  return {
    legs,
    refused: chosen.flatMap(({ refused }) => refused),
    notes: legs.flatMap((leg) => earlierNote(leg, attempt)),
  }
}

type Choice = Pick<ChosenLegs, 'legs' | 'refused'>

/** Of one identity there are several legs where several jobs call one reusable workflow: one for each check run. */
function chooseOne(group: readonly Leg[]): Choice {
  const attempts = groupBy(group, ({ evidence }) => String(evidence.run.key.attempt))
  const last = attempts.reduce((most, some) => (attemptOf(some) > attemptOf(most) ? some : most))
  const jobs = jobsOf(last)
  // A check run has another id in each attempt, so which of several jobs a later attempt replaces nobody can tell.
  if (attempts.some((some) => jobsOf(some).length > jobs.length)) return { legs: [], refused: [halfRepeated(group)] }
  return {
    legs: jobs.flatMap((job) => (isSettled(job) ? job.slice(0, 1) : [])),
    refused: jobs.flatMap((job) => (isSettled(job) ? [] : [contradiction(job)])),
  }
}

function jobsOf(group: readonly Leg[]): readonly (readonly Leg[])[] {
  return groupBy(group, ({ evidence }) => evidence.run.key.checkRun)
}

/** In the order of their keys, each ordered by its sources: whatever the order of artifacts, the answer is the same. */
function groupBy(legs: readonly Leg[], keyOf: (leg: Leg) => string): readonly (readonly Leg[])[] {
  const groups = new Map<string, Leg[]>()
  for (const leg of [...legs].sort((left, right) => (left.source < right.source ? -1 : 1))) {
    const key = keyOf(leg)
    groups.set(key, [...(groups.get(key) ?? []), leg])
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group)
}

function attemptOf([leg]: readonly Leg[]): number {
  return leg?.evidence.run.key.attempt ?? 0
}

function isSettled(job: readonly Leg[]): boolean {
  return new Set(job.map(({ digest }) => digest)).size === 1
}

function contradiction(group: readonly Leg[]): Problem {
  const message = `The leg ${nameOf(group)} handed over two different contents for one attempt: ${sourcesOf(group)}.`
  return refusal(message, `Upload the evidence of each leg once. ${APART}`)
}

/** Of a key that two parts of a workflow share without meaning to. */
const APART =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, shown as the user writes it
  'If these are two steps of one composite action, or two jobs that call one reusable workflow, tell them apart: give the gate the input `matrix` in each, such as `matrix: ${{ toJSON(inputs) }}`.'

function halfRepeated(group: readonly Leg[]): Problem {
  const message = `Several jobs call the workflow of the leg ${nameOf(group)}, and only some of them were run again: ${sourcesOf(group)}.`
  return refusal(message, `Run all jobs again. ${APART}`)
}

function refusal(message: string, remedy: string): Problem {
  return { kind: 'report', message, path: null, line: null, remedy }
}

function nameOf([leg]: readonly Leg[]): string {
  return leg === undefined ? '' : legName(leg.evidence.run.key)
}

function sourcesOf(group: readonly Leg[]): string {
  return group.map(({ source }) => source).join(' and ')
}

function earlierNote({ evidence }: Leg, attempt: number): string[] {
  const { key } = evidence.run
  if (key.attempt >= attempt) return []
  return [`${legName(key)}: evidence of attempt ${key.attempt}, as attempt ${attempt} of the run has none.`]
}
