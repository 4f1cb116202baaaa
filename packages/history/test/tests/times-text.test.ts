import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { durationCode, durationOfCode } from '../../src/tests/duration-code.js'
import { areTimesSound, decodeTimes, encodeTimes } from '../../src/tests/times-text.js'

const anyDuration = fc.option(fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: 100_000_000_000 })))
const anyTimes = fc.array(fc.tuple(anyDuration, anyDuration), { minLength: 1, maxLength: 30 })

test('durations come back within 14 % or 2 ms, whatever the references are', () => {
  fc.assert(
    fc.property(anyTimes, (pairs) => {
      const references = Int32Array.from(pairs, ([reference]) => durationCode(reference))
      const durationsUs = pairs.map(([, durationUs]) => durationUs)
      const text = encodeTimes({ references, durationsUs })
      if (text === null) {
        expect(durationsUs.every((durationUs) => durationUs === null)).toBe(true)
        return
      }
      expect(areTimesSound(text, references.length)).toBe(true)
      const codes = decodeTimes(text, references) ?? []
      for (const [index, recorded] of durationsUs.entries()) {
        const found = durationOfCode(codes[index] ?? 0)
        if (recorded === null || found === null) expect(found).toBe(recorded)
        else expect(Math.abs(found - recorded)).toBeLessThanOrEqual(Math.max(2_000, recorded * 0.14))
      }
    }),
  )
})

test('what is sound is what can be decoded', () => {
  const anyText = fc.string({ unit: fc.constantFrom('B', 'C', 'D', 'z', '~', 'A'), maxLength: 6 })
  fc.assert(
    fc.property(anyText, anyText, fc.nat({ max: 8 }), (near, far, size) => {
      const text = { paceSteps: 3, near, far }
      expect(areTimesSound(text, size)).toBe(decodeTimes(text, new Int32Array(size)) !== null)
    }),
  )
})

test('a run without one time takes no text', () => {
  expect(encodeTimes({ references: new Int32Array(2), durationsUs: [null, null] })).toBeNull()
})

test('the longest and the shortest durations have codes', () => {
  for (const durationUs of [1, 10, 1e9, 1e15]) {
    const found = durationOfCode(durationCode(durationUs)) ?? 0
    expect(Math.abs(found / durationUs - 1)).toBeLessThan(0.015)
  }
  expect([null, 0].map((durationUs) => durationOfCode(durationCode(durationUs)))).toEqual([null, 0])
  expect(durationOfCode(0x7fff_ffff)).toBeLessThanOrEqual(1e15)
})
