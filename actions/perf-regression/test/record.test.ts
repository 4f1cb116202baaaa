import { expect, test } from '@jest/globals'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import { decide } from '../src/decide.js'
import { configOf, evidenceOf, legOf, metricOf, runOf } from './kit.js'

const BASELINE = { ...runOf(), isBaseline: true, testedSha: 'a'.repeat(40) }
const OWN = { variant: canonicalJson(variantKeyOf(BASELINE.key)) }

test('a run of the default branch is recorded, one of a change is not', () => {
  const leg = legOf([metricOf('fib', 10)], OWN)
  const [change] = decide(evidenceOf({ legs: [leg] }, { run: BASELINE }), configOf()).changes
  const body = change?.kind === 'append-history' ? change.body : null
  expect(decodeBenchmarks([body]).runs[0]?.values).toMatchObject([{ processes: [{ median: 10, count: 5 }] }])
  expect(decide(evidenceOf({ legs: [leg] }), configOf()).changes).toEqual([])
})

test('a run with a report that could not be read is no whole one', () => {
  const problem = { kind: 'report', message: 'is damaged', path: 'bench.txt', line: 1, remedy: null } as const
  const evidence = evidenceOf({ legs: [legOf([metricOf('fib', 10)], OWN)] }, { run: BASELINE, problems: [problem] })
  const [change] = decide(evidence, configOf()).changes
  expect(decodeBenchmarks([change?.kind === 'append-history' ? change.body : null]).runs[0]?.isWhole).toBe(false)
})
