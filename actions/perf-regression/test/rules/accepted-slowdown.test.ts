import { describe, expect, test } from '@jest/globals'
import type { WeighedAccept } from '@testwarden/core/model/accept'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import { decide } from '../../src/decide.js'
import { configOf, evidenceOf, knownPast, legOf, metricOf, runOf } from '../kit.js'

const POINTS = 40
const RUN = { ...runOf(), isBaseline: true, testedSha: 'a'.repeat(40) }
const ACCEPT: WeighedAccept = {
  ...{ rule: 'slower', subject: 'fib', limit: '30', reason: 'checks every line', author: 'Ada', expires: '2999-01-01' },
  ...{ path: '.github/testwarden/accepted.yml', line: 1, standing: 'own' },
}

/** A push in which `fib`, steady at 1 ms so far, takes so many times as long, under an accept of 30 %. */
function push(factor: number) {
  const metric = metricOf('fib', 1e6 * factor)
  const values = Array.from({ length: POINTS }, (_, index) => 1e6 * (1 + 0.01 * ((index * 7) % 5)))
  const commits = values.map((_, index) => ({ sha: `c${index}`, time: '2026-01-01T00:00:00Z', kernelNs: null }))
  const { key, kind, unit, direction } = metric
  const past = knownPast({ commits, series: [{ key, kind, unit, direction, values, acceptedAt: null }] })
  const leg = legOf([metric], { past, variant: canonicalJson(variantKeyOf(RUN.key)) })
  const config = { ...configOf({ slowdown: '5%' }), accepts: [ACCEPT] }
  const { verdict, changes } = decide(evidenceOf({ legs: [leg] }, { run: RUN }), config)
  const [change] = changes
  const [recorded] = decodeBenchmarks([change?.kind === 'append-history' ? change.body : null]).runs
  return { told: verdict.reasons.filter(({ accepted }) => accepted !== undefined), recorded: recorded?.accepted, key }
}

describe('an accepted slowdown', () => {
  test('is told by its name, and recorded as the new baseline', () => {
    const { told, recorded, key } = push(1.25)
    expect(told).toMatchObject([{ outcome: 'pass', title: 'speed of fib', limit: '30', accepted: { author: 'Ada' } }])
    expect(recorded).toEqual([key])
  })

  test.each([
    ['beyond what was accepted', 1.5],
    ['that did not happen', 1.03],
  ])('%s moves no baseline and is not told', (_, factor) => {
    const { told, recorded } = push(factor)
    expect([told, recorded]).toEqual([[], []])
  })
})
