import { describe, expect, test } from '@jest/globals'
import { findMissingLegs, type ListedJob } from '../../src/evidence-fold/missing-legs.js'
import { keyOf } from './samples.js'

function jobs(...names: readonly string[]): readonly ListedJob[] {
  return names.map((name) => ({ name, conclusion: 'success' }))
}

function missing(matrices: readonly object[], ...names: readonly string[]) {
  return findMissingLegs(
    matrices.map((matrix) => keyOf(matrix)),
    { kind: 'jobs', jobs: jobs(...names) },
  )
}

describe('by the jobs of the run', () => {
  test('a job called like a leg that handed nothing over is missing', () => {
    expect(missing([{ node: 20 }], 'test (20)', 'test (24)', 'lint')).toEqual({ missing: ['test (24)'], notes: [] })
  })

  test('nothing is missing when all are there, whatever the order of values and the keys that include added', () => {
    const matrices = [
      { os: 'ubuntu', node: 20, experimental: true },
      { os: 'macos', node: 20 },
    ]
    expect(missing(matrices, 'test (20, ubuntu)', 'test (20, macos)').missing).toEqual([])
  })

  test.each([
    ['nested values and booleans', { a: { b: 1 }, c: true }, 'test (1, true)'],
    ['a value with a comma', { args: '-a, -b' }, 'test (-a, -b)'],
    ['no matrix at all', {}, 'test'],
  ])('a leg with %s answers to its name', (_, matrix, name) => {
    expect(missing([matrix], name, 'test (other)').missing).toEqual(['test (other)'])
  })

  test('jobs of a reusable workflow are known by the part that is theirs', () => {
    expect(missing([{ node: 20 }], 'ci / test (20)', 'ci / test (24)').missing).toEqual(['test (24)'])
  })

  test('two jobs that call one reusable workflow are two legs, where their check runs are known', () => {
    const jobs = ['web / test', 'api / test'].map((name) => ({ name, conclusion: 'success' }))
    const keys = ['71', '72'].map((checkRun) => keyOf({}, { checkRun }))
    expect(findMissingLegs(keys, { kind: 'jobs', jobs }).missing).toEqual([])
    expect(findMissingLegs(keys.slice(1), { kind: 'jobs', jobs }).missing).toHaveLength(1)
  })

  test('a leg that was skipped was never asked', () => {
    const listed = [...jobs('test (20)'), { name: 'test (24)', conclusion: 'skipped' }]
    expect(findMissingLegs([keyOf({ node: 20 })], { kind: 'jobs', jobs: listed }).missing).toEqual([])
  })

  test('names that say nothing of their leg are never guessed: the note says what to set', () => {
    const { missing: none, notes } = missing([{ node: 20 }], 'Tests on Node 20', 'Tests on Node 24')
    expect(none).toEqual([])
    expect(notes).toEqual([expect.stringContaining('expected-legs')])
  })

  test('a number that is certain is told even where the name is not', () => {
    expect(missing([{ node: 'x' }], 'test (1)', 'test (2)').missing).toEqual([
      '1 of 2 legs of test (among test (1), test (2))',
    ])
  })

  test('a leg with two gates or steps is one leg', () => {
    const keys = [keyOf({ node: 20 }), keyOf({ node: 20 }, { step: 'other' })]
    expect(findMissingLegs(keys, { kind: 'jobs', jobs: jobs('test (20)', 'test (24)') }).missing).toEqual(['test (24)'])
  })
})

describe('by what the user expects', () => {
  const keys = [keyOf({ node: 20 })]

  test('a number tells how many are missing, and who is there', () => {
    expect(findMissingLegs(keys, { kind: 'count', count: 3 }).missing).toEqual(['2 of 3 (there are test (20))'])
    expect(findMissingLegs(keys, { kind: 'count', count: 1 }).missing).toEqual([])
  })

  test('names tell which', () => {
    const names = ['test (24)', 'test (20)', 'lint']
    expect(findMissingLegs(keys, { kind: 'names', names }).missing).toEqual(['lint', 'test (24)'])
  })
})
