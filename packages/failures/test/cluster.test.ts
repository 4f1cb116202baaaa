import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CATEGORY_RULES } from '../src/categories/registry.js'
import { type ClusterInput, clusterFailures } from '../src/cluster.js'
import { fingerprintOf } from '../src/fingerprint.js'
import { traceFixtures } from './support/traces.js'

function failing(test: string, message: string, trace = ''): ClusterInput {
  return { test, failure: { type: 'Error', message, trace } }
}

/** The names of each cluster's tests, such as `a b`, in the order of the alphabet. */
function clustersOf(...failures: readonly ClusterInput[]): readonly string[] {
  return clusterFailures(failures, CATEGORY_RULES)
    .map(({ members }) => members.map((member) => member.test).join(' '))
    .sort()
}

const at = (place: string): string => `    at open (${place}:5)`

describe('one cluster', () => {
  test('is what has one fingerprint', () => {
    expect(clustersOf(failing('a', 'till 1 is locked'), failing('b', 'till 27 is locked'))).toEqual(['a b'])
  })

  test('is what is said with few other letters in one function', () => {
    const [one, other] = ['the till of the kiosk is locked', 'the till of the kiosk is looked']
    expect(clustersOf(failing('a', one, at('src/till.js:3')), failing('b', other, at('src/till.js:9')))).toEqual([
      'a b',
    ])
    expect(clustersOf(failing('a', one, at('src/till.js:3')), failing('b', other, at('src/shop.js:9')))).toEqual([
      'a',
      'b',
    ])
  })

  test('is not what has the same letters in another order', () => {
    const [one, other] = ['the left drawer of the small till jams', 'while the clerk upstairs counts the coins']
    const at3 = at('src/till.js:3')
    expect(clustersOf(failing('a', `${one} ${other}`, at3), failing('b', `${other} ${one}`, at3))).toEqual(['a', 'b'])
  })

  test('is what the surroundings did to different tests', () => {
    const message = 'connect ECONNREFUSED 127.0.0.1:6379'
    expect(clustersOf(failing('a', message, at('test/a.js:3')), failing('b', message, at('test/b.js:9')))).toEqual([
      'a b',
    ])
  })

  test('is not what two tests expected in vain', () => {
    const message = 'expect(received).toBe(expected)'
    expect(clustersOf(failing('a', message, at('test/a.js:3')), failing('b', message, at('test/b.js:9')))).toEqual([
      'a',
      'b',
    ])
  })
})

test('a cluster has its category, its fingerprints and a representative', () => {
  const input = failing('a', 'no space left on device')
  expect(clusterFailures([input], CATEGORY_RULES)).toMatchObject([
    {
      id: fingerprintOf(input.failure),
      fingerprints: [fingerprintOf(input.failure)],
      representative: input,
      category: { id: 'disk-full' },
    },
  ])
})

test('no failures make no clusters', () => {
  expect(clusterFailures([], CATEGORY_RULES)).toEqual([])
})

test('the largest cluster comes first', () => {
  const inputs = [failing('a', 'one'), failing('b', 'two'), failing('c', 'two')]
  expect(clusterFailures(inputs, CATEGORY_RULES).map(({ members }) => members.length)).toEqual([2, 1])
})

describe('whatever fails', () => {
  const traces = traceFixtures().map(({ failure }) => failure)
  const failures = fc
    .array(fc.tuple(fc.nat(traces.length - 1), fc.constantFrom('', ' x', ' xy', ' at last')), { maxLength: 40 })
    .map((picks) =>
      picks.flatMap(([pick, end], index) => {
        const failure = traces[pick]
        return failure === undefined
          ? []
          : [{ test: `t${index}`, failure: { ...failure, message: failure.message + end } }]
      }),
    )

  test('each failure is in exactly one cluster, and each fingerprint too', () => {
    fc.assert(
      fc.property(failures, (inputs) => {
        const clusters = clusterFailures(inputs, CATEGORY_RULES)
        expect(clusters.flatMap(({ members }) => members.map((member) => member.test)).sort()).toEqual(
          inputs.map((input) => input.test).sort(),
        )
        const prints = clusters.flatMap(({ fingerprints }) => fingerprints)
        expect(new Set(prints).size).toBe(prints.length)
      }),
    )
  })

  test('another order gives the same clusters', () => {
    const told = (inputs: readonly ClusterInput[]) =>
      clusterFailures(inputs, CATEGORY_RULES).map(({ id, representative, members }) => [
        id,
        representative.test,
        members.length,
      ])
    fc.assert(
      fc.property(failures, (inputs) => {
        expect(told(inputs.toReversed())).toEqual(told(inputs))
      }),
    )
  })

  test('a failure more keeps the ids of the clusters that it is not in', () => {
    fc.assert(
      fc.property(failures, (inputs) => {
        const before = clusterFailures(inputs, CATEGORY_RULES).map(({ id }) => id)
        const after = clusterFailures([...inputs, failing('new', 'a kiosk that nobody knows')], CATEGORY_RULES).map(
          ({ id }) => id,
        )
        expect(after).toEqual(expect.arrayContaining(before))
      }),
    )
  })
})

test('of hundreds of causes that look alike some are one', () => {
  const inputs = Array.from({ length: 1_000 }, (_, index) => {
    const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    return failing(`t${index}`, `${'x'.repeat(90)}${letters.repeat(5)}${'y'.repeat(90)}`)
  })
  expect(clusterFailures(inputs, CATEGORY_RULES).length).toBeLessThan(1_000)
})
