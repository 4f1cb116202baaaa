import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chooseLegs } from '../../src/evidence-fold/choose-legs.js'
import { legOf } from './samples.js'

const leg = fc
  .record({
    node: fc.nat(2),
    attempt: fc.integer({ min: 1, max: 3 }),
    digest: fc.constantFrom('x', 'y'),
    checkRun: fc.constantFrom('', '1', '2'),
  })
  .map(({ node, ...part }) => legOf({ node }, part))

describe('choosing legs', () => {
  test('takes the latest attempt of each, in any order of artifacts', () => {
    fc.assert(
      fc.property(fc.array(leg), fc.infiniteStream(fc.nat()), (legs, keys) => {
        const shuffled = legs
          .map((one) => ({ one, key: keys.next().value }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one)
        const chosen = chooseLegs(legs, 3)
        expect(chooseLegs(shuffled, 3)).toEqual(chosen)
        for (const { evidence } of chosen.legs) {
          const { matrix, attempt } = evidence.run.key
          const attempts = legs.filter((one) => one.evidence.run.key.matrix === matrix)
          expect(attempt).toBe(Math.max(...attempts.map((one) => one.evidence.run.key.attempt)))
        }
      }),
    )
  })

  test('of one attempt that says two things takes neither, and names both', () => {
    const { legs, refused } = chooseLegs(
      [legOf({ node: 20 }, { digest: 'x' }), legOf({ node: 20 }, { digest: 'y' })],
      1,
    )
    expect(legs).toEqual([])
    expect(refused).toHaveLength(1)
    expect(refused[0]?.message).toMatch(/test \(20\).*x and .*y/)
  })

  test('lets an earlier attempt contradict itself, as long as the latest does not', () => {
    const earlier = ['x', 'y'].map((digest) => legOf({ node: 20 }, { digest }))
    const { legs, refused } = chooseLegs([...earlier, legOf({ node: 20 }, { attempt: 2 })], 2)
    expect([legs.length, refused.length]).toEqual([1, 0])
  })

  test('says whose evidence is from an earlier attempt', () => {
    const { notes } = chooseLegs([legOf({ node: 20 }), legOf({ node: 24 }, { attempt: 2 })], 2)
    expect(notes).toEqual([expect.stringContaining('test (20)')])
  })

  test('keeps two gates and two steps of one job apart', () => {
    const legs = [legOf({}), legOf({}, { step: 'other' }), legOf({}, { action: 'perf-regression' })]
    expect(chooseLegs(legs, 1).legs).toHaveLength(3)
  })

  test('keeps two jobs apart that call one reusable workflow, where GitHub tells their check runs', () => {
    const legs = ['71', '72'].map((checkRun) => legOf({}, { checkRun, digest: checkRun }))
    expect(chooseLegs(legs, 1)).toEqual({ legs, refused: [], notes: [] })
  })

  test('takes a job that was run again, though its check run is another one', () => {
    const again = legOf({}, { checkRun: '72', attempt: 2 })
    expect(chooseLegs([legOf({}, { checkRun: '71' }), again], 2).legs).toEqual([again])
  })

  test('takes two callers that were both run again', () => {
    const first = ['71', '72'].map((checkRun) => legOf({}, { checkRun }))
    const again = ['81', '82'].map((checkRun) => legOf({}, { checkRun, attempt: 2 }))
    expect(chooseLegs([...first, ...again], 2).legs).toEqual(again)
  })

  test('of two callers of which one was run again takes none: whom it replaces nobody can tell', () => {
    const first = ['71', '72'].map((checkRun) => legOf({}, { checkRun }))
    const { legs, refused } = chooseLegs([...first, legOf({}, { checkRun: '81', attempt: 2 })], 2)
    expect(legs).toEqual([])
    expect(refused).toEqual([expect.objectContaining({ remedy: expect.stringContaining('Run all jobs again.') })])
  })

  test('tells who shares a key without meaning to how to part', () => {
    const { refused } = chooseLegs(
      ['x', 'y'].map((digest) => legOf({}, { digest })),
      1,
    )
    expect(refused[0]?.remedy).toContain('give the gate the input `matrix`')
  })
})
