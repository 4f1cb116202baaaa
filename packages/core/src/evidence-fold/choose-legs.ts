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
  const groups = new Map<string, Leg[]>()
  for (const leg of candidates) {
    const identity = legIdentity(leg.evidence.run.key)
    groups.set(identity, [...(groups.get(identity) ?? []), leg])
  }
  const ordered = [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => latest(group))
  const chosen = ordered.map((group) => ({ group, isSettled: new Set(group.map(({ digest }) => digest)).size === 1 }))
  const legs = chosen.flatMap(({ group, isSettled }) => (isSettled ? group.slice(0, 1) : []))
  return {
    legs,
    refused: chosen.flatMap(({ group, isSettled }) => (isSettled ? [] : [contradiction(group)])),
    notes: legs.flatMap((leg) => earlierNote(leg, attempt)),
  }
}

function latest(group: readonly Leg[]): Leg[] {
  const last = group.reduce((most, { evidence }) => Math.max(most, evidence.run.key.attempt), 0)
  return group
    .filter(({ evidence }) => evidence.run.key.attempt === last)
    .sort((left, right) => (left.source < right.source ? -1 : 1))
}

function contradiction(group: readonly Leg[]): Problem {
  const sources = group.map(({ source }) => source)
  const [first] = group
  const name = first === undefined ? '' : legName(first.evidence.run.key)
  return {
    kind: 'report',
    message: `The leg ${name} handed over two different contents for one attempt: ${sources.join(' and ')}.`,
    path: null,
    line: null,
    remedy: 'Upload the evidence of each leg once.',
  }
}

function earlierNote({ evidence }: Leg, attempt: number): string[] {
  const { key } = evidence.run
  if (key.attempt >= attempt) return []
  return [`${legName(key)}: evidence of attempt ${key.attempt}, as attempt ${attempt} of the run has none.`]
}
