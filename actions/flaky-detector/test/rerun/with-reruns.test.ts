import { describe, expect, test } from '@jest/globals'
import type { Observation } from '@testwarden/core/model/evidence'
import type { TestStatus } from '@testwarden/core/model/test-run'
import { askReruns } from '../../src/rerun/ask-reruns.js'
import { roundId } from '../../src/rerun/read-rerun.js'
import { withReruns } from '../../src/rerun/with-reruns.js'
import { configOf, evidenceOf, knownPast, legOf } from '../kit.js'
import { reported } from './kit.js'

function configWith(command: string | null) {
  return configOf(command === null ? {} : { 'rerun-command': command })
}

const CONFIG = configWith('pytest')

function rerunOf(leg: string, statuses: Readonly<Record<string, TestStatus>>): Observation {
  const tests = Object.entries(statuses).map(([name, status]) => ({
    ...{ suite: [], className: null, name, file: null, format: 'pytest' },
    attempts: [{ status, durationUs: null, failure: status === 'passed' ? null : SAID_AGAIN }],
  }))
  const result = { kind: 'command', exitCode: 1, stdout: '', durationMs: 5, reported: reported({ tests }) } as const
  return { requestId: roundId({ runner: 'pytest', number: 1, leg }), result }
}

const SAID_AGAIN = { type: null, message: 'no again', trace: '' }

describe('what is asked for', () => {
  test('is each failed test that has not passed', () => {
    const [request, ...more] = askReruns(evidenceOf({ legs: [legOf({ a: 'F', b: 'P', c: 'FP', d: 'E' })] }), CONFIG)
    expect(more).toEqual([])
    expect(request?.args.slice(1)).toEqual(['a', 'd'])
  })

  test('is another round for a known flake, until it explains no more failures', () => {
    const flake = knownPast({ a: '0-9 10:1/1 11-19 20:1/1 21-29 30:1/1 31-34 35:1/1 36-39' }, 40)
    const rounds = [flake, knownPast({ a: '0-39' }, 40)].map((past) => {
      const leg = legOf({ a: 'F' }, {}, { past })
      const observations = [rerunOf(leg.variant, { a: 'failed' })]
      return askReruns(evidenceOf({ legs: [leg] }, { observations }), CONFIG).map(({ id }) => id.split('/')[2])
    })
    expect(rounds).toEqual([['2'], []])
  })

  test('is nothing without a command', () => {
    expect(askReruns(evidenceOf({ legs: [legOf({ a: 'F' })] }), configWith(null))).toEqual([])
  })
})

describe('attempts of reruns', () => {
  const leg = legOf({ a: 'F', b: 'P', c: 'F' })
  const observations = [rerunOf(leg.variant, { a: 'passed', b: 'failed', c: 'failed' })]
  const told = withReruns(evidenceOf({ legs: [leg] }, { observations }), CONFIG).facts.legs[0]

  test('stand behind those of the reports, of tests that had failed there', () => {
    expect(told?.tests.map(({ outcome }) => outcome)).toEqual(['FP', 'P', 'FF'])
    expect(told?.failures.map(({ failures }) => failures.map(({ message }) => message))).toEqual([
      ['a said no'],
      ['c said no', 'no again'],
    ])
  })

  test('belong to their leg alone', () => {
    const other = legOf({ a: 'F' }, { os: 'windows' })
    const { legs } = withReruns(evidenceOf({ legs: [leg, other] }, { observations }), CONFIG).facts
    expect(legs.map(({ tests }) => tests[0]?.outcome)).toEqual(['FP', 'F'])
  })

  test('are as many as facts that are handed over may hold', () => {
    const long = legOf({ a: 'F'.repeat(100) })
    const [again] = withReruns(
      evidenceOf({ legs: [long] }, { observations: [rerunOf(long.variant, { a: 'passed' })] }),
      CONFIG,
    ).facts.legs
    expect(again?.tests[0]?.outcome).toBe(`${'F'.repeat(99)}P`)
  })

  test('without any, the evidence is as it was', () => {
    const evidence = evidenceOf({ legs: [leg] })
    expect(withReruns(evidence, configWith(null))).toBe(evidence)
  })
})

test('why nothing was run again is told with the leg', () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`t${index}`, 'F']))
  const { legs } = withReruns(evidenceOf({ legs: [legOf(many)] }), CONFIG).facts
  expect(legs[0]?.notes).toEqual(['51 tests failed, more than 50: nothing was run again, as so many are no flakes.'])
})
