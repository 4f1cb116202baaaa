import { expect, test } from '@jest/globals'
import type { Evidence } from '@testwarden/core/model/evidence'
import fc from 'fast-check'
import { decide } from '../src/decide.js'
import type { FlakyFacts } from '../src/facts.js'
import { mergeEvidence } from '../src/merge-evidence.js'
import { parseFacts } from '../src/parse-facts.js'
import { configOf, evidenceOf, legOf, runOf } from './kit.js'

const OUTCOMES = ['P', 'F', 'FP', 'S', 'E'] as const

const anyPart: fc.Arbitrary<Evidence<FlakyFacts>> = fc
  .tuple(
    fc.constantFrom('linux', 'windows', 'mac'),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...OUTCOMES)),
  )
  .map(([os, outcomes]) => evidenceOf({ legs: [legOf(outcomes, { os })] }, { run: runOf(JSON.stringify({ os })) }))

const config = configOf({ 'new-failures': '0', 'flaky-tests': '0' })

test('any order and grouping of parts gives the same decision', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { minLength: 1, maxLength: 5 }), fc.nat(5), (parts, at) => {
      const whole = decide(mergeEvidence(parts), config)
      const grouped = [parts.slice(0, at), parts.slice(at)].filter((group) => group.length > 0).map(mergeEvidence)
      expect(decide(mergeEvidence([...parts].reverse()), config)).toEqual(whole)
      expect(decide(mergeEvidence(grouped), config)).toEqual(whole)
    }),
  )
})

test('facts come back from a file as they were', () => {
  fc.assert(
    fc.property(anyPart, ({ facts }) => {
      expect(parseFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts)
    }),
  )
})
