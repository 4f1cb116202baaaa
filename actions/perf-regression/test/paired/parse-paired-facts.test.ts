import { expect, test } from '@jest/globals'
import { readFacts } from '@testwarden/core/evidence-fold/read-facts'
import { ReportError } from '@testwarden/core/model/errors'
import fc from 'fast-check'
import type { PairedFacts } from '../../src/paired/facts.js'
import { judgePairs } from '../../src/paired/judge-pairs.js'
import { pairedFacts } from '../../src/paired/parse-paired-facts.js'
import { withoutReported, withPairs } from '../../src/paired/with-pairs.js'
import { POLICY, play, settingsOf, steadyWorld, subjectOf } from './kit.js'

const SLOWER = steadyWorld(({ side, pair }) => ({
  BenchmarkA: (side === 'head' ? 120 : 100) + (pair % 5) / 10,
  BenchmarkB: 200 + (pair % 3),
}))

const played = play(subjectOf({ settings: settingsOf({ setup: 'a' }) }), SLOWER)
const FACTS = withPairs(played.subject) as PairedFacts

test('facts are plain JSON that is read back as it was, and judged the same', () => {
  const again = readFacts(JSON.parse(JSON.stringify(FACTS)), pairedFacts)
  expect(again).toEqual(FACTS)
  expect(judgePairs(again, POLICY)).toEqual(judgePairs(FACTS, POLICY))
})

/** Every place of a value, as a list of keys. */
function placesOf(value: unknown, place: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [place]
  return [place, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...place, key]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item))
  const object = value as Readonly<Record<string, unknown>>
  return { ...object, [key]: replaced(object[key], rest, by) }
}

test('are refused, or can be judged, whatever stands in the place of one value', () => {
  const strange = fc.constantFrom<unknown>(null, '', 'x', -1, 0, 1e308, 1.5, true, [], {}, [1, 2], [[1, 2, 3]], {
    kind: 'x',
  })
  fc.assert(
    fc.property(fc.constantFrom(...placesOf(FACTS, [])), strange, (place, by) => {
      const changed = replaced(FACTS, place, by)
      try {
        judgePairs(readFacts(changed, pairedFacts), POLICY)
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError)
      }
    }),
    { numRuns: 500 },
  )
})

test('observations keep how commands ended, and no number that is among the facts', () => {
  const other = {
    requestId: 'other',
    result: { kind: 'command', exitCode: 0, stdout: '', durationMs: 1, reported: 1 },
  } as const
  const kept = withoutReported([...played.subject.observations, other])
  expect(kept).toHaveLength(played.subject.observations.length + 1)
  expect(JSON.stringify(kept)).not.toContain('BenchmarkA')
  expect(kept.at(-1)).toBe(other)
})
