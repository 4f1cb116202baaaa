import { tellAccept } from '@testwarden/core/limits/accept'
import { under } from '@testwarden/core/limits/under'
import { type Reason, WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import { changeInWords } from '@testwarden/core/render/ratio'
import type { JudgedSuite } from '../judging/judge-by-history.js'
import { legText } from '../judging/leg-text.js'
import {
  isAcceptedShift,
  isBeyondLimit,
  slowdownPercent,
  WHOLE_RUN_RULE,
  type WholeRunLimit,
  wholeRunLimit,
} from '../judging/whole-run-limit.js'
import type { Judgement, Subject } from '../subject.js'

const CAUSES = {
  machine: 'the reference kernel, which no change of the code touches, became slower as well: it is the machine',
  code: 'the reference kernel did not: it is something that all of them run through',
  unknown: 'nobody can tell whether it is the machine or the code',
} as const

/** What all benchmarks of a run have in common is taken off each of them, and told here. */
export function wholeRun({ suites, config, evidence }: Subject): Judgement {
  const reasons = suites.flatMap((suite): readonly Reason[] => {
    const message = messageOf(suite, legText(suite.leg, evidence.facts))
    if (message === null) return []
    const inForce = wholeRunLimit(suite, config)
    if (inForce !== null && isAcceptedShift(suite, inForce)) return [acceptedReason(message, suite, inForce)]
    const isRed = inForce !== null && isBeyondLimit(suite, inForce) && evidence.run.isBaseline
    return [{ ...reasonOf(message), outcome: isRed ? under(inForce.origin, 'fail') : 'warn' }]
  })
  return { reasons, findings: [] }
}

function reasonOf(message: string): Omit<Reason, 'outcome'> {
  return { ruleId: WHOLE_RUN_RULE, title: 'the run as a whole', message, ...WITHOUT_NUMBERS }
}

function acceptedReason(message: string, { shift }: JudgedSuite, { limit, accepted }: WholeRunLimit): Reason {
  return tellAccept({
    ...reasonOf(message),
    outcome: 'pass',
    actual: Math.round(slowdownPercent(shift.ratio)),
    limit,
    limitOrigin: 'written',
    unit: 'percent',
    ...(accepted === null ? {} : { accepted }),
  })
}

function messageOf({ kind, shift, unit }: JudgedSuite, inLeg: string): string | null {
  const { state, ratio, since, cause } = shift
  if (state !== 'regressed' || ratio === null) return null
  const what = kind === 'test' ? 'tests' : 'benchmarks'
  const when = since === null ? '' : ` since \`${since.slice(0, 10)}\``
  return `All ${what} together${inLeg} are ${changeInWords(ratio, unit)}${when}; ${CAUSES[cause ?? 'unknown']}.`
}
