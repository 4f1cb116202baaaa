import { expect, test } from '@jest/globals'
import { clustersOf } from '../../src/judging/clusters.js'
import { judgeTests } from '../../src/judging/judge-tests.js'
import { configOf, evidenceOf, knownPast, legOf } from '../kit.js'

/** `flake` did both at three of twenty commits; what else fails always passed. */
const PAST = knownPast({ flake: '0-4 5:1/1 6-9 10:1/1 11-14 15:1/1 16-19', steady: '0-19', stable: '0-19' }, 20)

/** Failures of one cause: all say the same. */
function clusters(outcomes: Readonly<Record<string, string>>) {
  const leg = legOf(outcomes, {}, { past: PAST })
  const said = { type: null, message: 'the server said no', trace: '' }
  const failures = leg.failures.map((each) => ({ ...each, failures: [said] }))
  const config = configOf()
  const { tests } = judgeTests(evidenceOf({ legs: [{ ...leg, failures }] }), config)
  return clustersOf(tests, config.own)
}

test('a flake never stands before a new failure of the same cause', () => {
  const [cluster, ...others] = clusters({ flake: 'F', steady: 'F' })
  expect(others).toEqual([])
  expect(cluster?.tests.map(({ key }) => key)).toEqual(['flake', 'steady'])
  expect(cluster?.representative).toMatchObject({ key: 'steady', diagnosis: { kind: 'new-failure' } })
})

test('among equals the typical one is shown', () => {
  const [cluster] = clusters({ steady: 'F', stable: 'F' })
  expect(cluster?.representative.key).toBe('stable')
})
