import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatMeasure } from '@testwarden/core/render/measure'
import { formatInteger } from '@testwarden/core/render/numbers'
import { namedKey } from '../metric-key.js'
import type { FalseAlarmPromise } from '../promise/false-alarm-promise.js'
import type { Subject } from '../subject.js'

const LISTED = 5

/** What is promised of false alarms and what it rests on; which tests take longest. */
export function promiseSections({ suites, judged }: Subject): readonly Section[] {
  const promises = suites.flatMap(({ kind, promise }) =>
    kind === 'benchmark' && promise !== null ? [promiseText(promise)] : [],
  )
  const items: readonly Inline[] = [...new Set(promises)]
  const promised: Section[] =
    items.length === 0 ? [] : [{ kind: 'details', summary: 'False alarms', sections: [{ kind: 'list', items }] }]
  return [...promised, ...slowestSections(judged)]
}

function promiseText(promise: FalseAlarmPromise): string {
  if (promise.kind === 'too-early')
    return `Not verifiable yet: ${countWord(promise.runs, 'run')} of this processor are known, and ${formatInteger(promise.needed)} are needed. Until then the assumed limits hold, which were simulated.`
  const { sigmas, promised, older, newer, isHeld, steady } = promise
  const bound = formatInteger(Math.max(1, Math.floor(1 / Math.max(newer.upperBound, 1e-9))))
  const seen = `${formatInteger(newer.alarms)} in the newer ${countWord(newer.runs, 'run')} (95 % sure: at most one in ${bound})${openText(newer.undetermined)}`
  const rule =
    promise.kind === 'chosen'
      ? `Promised: one in ${formatInteger(promised)} runs. Chosen by the older half of the past, drawn again and again (${formatInteger(older.alarms)} in ${countWord(older.runs, 'run')}): ${sigmas} times the noise`
      : `One in ${formatInteger(promised)} runs cannot be promised: every limit that would keep it sees too little. The assumed one holds, ${sigmas.toFixed(1)} times the noise`
  const broken = isHeld ? '' : ' The newer half did not keep to it.'
  return `${rule}; by it ${seen}.${broken} ${formatInteger(steady.seeing)} of ${countWord(steady.all, 'steady benchmark')} would show 25 %.`
}

function openText(runs: number): string {
  return runs === 0 ? '' : `, and ${countWord(runs, 'run')} of which it is too late to tell`
}

/** Of tests those that take longest, here. */
function slowestSections(judged: Subject['judged']): readonly Section[] {
  const tests = judged.filter(({ metric }) => metric.kind === 'test').toSorted((left, right) => right.now - left.now)
  if (tests.length === 0) return []
  const items = tests.slice(0, LISTED).map((test): Inline => {
    return [
      { kind: 'code', text: namedKey(test.metric.key).name },
      `${test.inLeg} ${formatMeasure(test.now, test.metric.unit)}`,
    ]
  })
  return [{ kind: 'details', summary: 'Slowest tests', sections: [{ kind: 'list', items }] }]
}
