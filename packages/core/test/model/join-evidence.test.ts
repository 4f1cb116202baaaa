import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Evidence } from '../../src/model/evidence.js'
import { asSet, joinEvidence } from '../../src/model/join-evidence.js'

const union = (facts: readonly (readonly string[])[]): readonly string[] => asSet(facts.flat())

const part: fc.Arbitrary<Evidence<readonly string[]>> = fc
  .record({
    leg: fc.nat(3),
    facts: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    problems: fc.array(fc.constantFrom('first', 'second')),
  })
  .map(({ leg, facts, problems }) => ({
    action: 'some-action',
    run: {
      key: {
        action: 'some-action',
        workflow: 'ci',
        job: 'test',
        matrix: `{"leg":${leg}}`,
        step: 'step',
        checkRun: '',
        run: '1',
        attempt: 1,
      },
      event: 'push',
      repository: null,
      serverUrl: null,
      branch: null,
      pullRequest: null,
      testedSha: null,
      headSha: null,
      base: { kind: 'history' },
      isBaseline: false,
      now: '2026-01-01T00:00:00.000Z',
      machine: { cpu: 'cpu', cores: 1, memoryMiB: 1, image: 'image' },
    },
    facts: asSet(facts),
    problems: asSet(
      problems.map((message) => ({ kind: 'report' as const, message, path: null, line: null, remedy: null })),
    ),
    observations: asSet(
      facts.map((requestId) => ({ requestId, result: { kind: 'file' as const, content: requestId } })),
    ),
  }))

const parts = fc.array(part, { minLength: 1, maxLength: 4 })

describe('joining evidence', () => {
  test('gives the same in any order', () => {
    fc.assert(
      fc.property(parts, (all) => {
        expect(joinEvidence(all.toReversed(), union)).toEqual(joinEvidence(all, union))
      }),
    )
  })

  test('gives the same in any grouping', () => {
    fc.assert(
      fc.property(parts, fc.nat(3), (all, cut) => {
        const groups = [all.slice(0, cut), all.slice(cut)].filter((group) => group.length > 0)
        expect(
          joinEvidence(
            groups.map((group) => joinEvidence(group, union)),
            union,
          ),
        ).toEqual(joinEvidence(all, union))
      }),
    )
  })

  test('leaves the evidence of one run as it is', () => {
    fc.assert(fc.property(part, (one) => expect(joinEvidence([one, one], union)).toEqual(one)))
  })

  test('of nobody is a mistake of the caller', () => {
    expect(() => joinEvidence([], union)).toThrow(TypeError)
  })
})
