import type { Base, RunContext } from '../model/evidence.js'
import { canonicalJson } from '../model/record-key.js'

/**
 * The run of a whole that was folded from legs: what is known of it for certain, and of what only the legs can know the
 * part that they agree on.
 */
export function wholeRun(known: RunContext, legs: readonly RunContext[]): RunContext {
  const testedSha = sole(legs.map((leg) => leg.testedSha))
  const base = sole(legs.map((leg) => leg.base))
  const commit = sole(legs.map(testedCommit))
  return { ...known, testedSha: testedSha ?? known.testedSha, ...commit, base: base ?? disagreement(known, legs) }
}

/**
 * A leg as a run of its own, with nothing of it believed that GitHub can say: only where in the run it stood, and when,
 * so that its record is the same however often it is published.
 */
export function legRun(known: RunContext, leg: RunContext): RunContext {
  const { key, testedSha, base, machine, now } = leg
  const { action, job, matrix, step, checkRun, attempt } = key
  return {
    ...known,
    key: { ...known.key, action, job, matrix, step, checkRun, attempt },
    testedSha,
    ...testedCommit(leg),
    base,
    machine,
    now: Date.parse(now) < Date.parse(known.now) ? now : known.now,
  }
}

type TestedCommit = Pick<RunContext, 'testedTree' | 'testedParent'>

/** What a leg knows of its commit. Nothing is decided by it but whether two runs tested the same files. */
function testedCommit({ testedTree, testedParent }: RunContext): TestedCommit {
  return {
    ...(testedTree === undefined ? {} : { testedTree }),
    ...(testedParent === undefined ? {} : { testedParent }),
  }
}

function disagreement(known: RunContext, legs: readonly RunContext[]): Base {
  if (legs.length === 0) return known.base
  return {
    kind: 'unknown',
    reason: 'The legs of this run were compared with different commits.',
    remedy: 'Let all legs check out the same commit at the same depth.',
  }
}

function sole<Value>(values: readonly Value[]): Value | null {
  const [first] = values
  return first !== undefined && new Set(values.map(canonicalJson)).size === 1 ? first : null
}
