import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { breaksRelativeLimit, parseRelativeLimit } from '../../src/limits/relative-limit.js'
import { parseDecimal } from '../../src/model/decimal.js'

interface Answers {
  readonly grammar: readonly {
    readonly text: string
    readonly parsed: { readonly statistic: string; readonly kind: string } | null
  }[]
  readonly judged: readonly {
    readonly text: string
    readonly now: number
    readonly before: number
    readonly fails: boolean
  }[]
}

const answers: Answers = JSON.parse(readFileSync(new URL('compare-fail.json', import.meta.url), 'utf8'))

describe('a limit between two runs', () => {
  test.each(answers.grammar)('$text is read as pytest-benchmark reads it', ({ text, parsed }) => {
    const limit = parseRelativeLimit(text)
    expect(limit === null ? null : { statistic: limit.statistic, kind: limit.kind }).toEqual(parsed)
  })

  test.each(answers.judged)('$text of $now after $before: $fails', ({ text, now, before, fails }) => {
    const limit = parseRelativeLimit(text)
    expect(limit !== null && breaksRelativeLimit(limit, { now, before })).toBe(fails)
  })

  test.each([
    ['mean:10%', '10'],
    ['mean:007%', '7'],
    ['mean:000%', '0'],
    ['mean:0.10', '0.1'],
    ['mean:.5', '0.5'],
    ['mean:00.0', '0'],
    ['mean:1e-3', '0.001'],
    ['mean:2.5E+3', '2500'],
    ['mean:.25e1', '2.5'],
    ['mean:1250e-2', '12.5'],
    ['mean:12.5e-3', '0.0125'],
  ])('%s is kept as the decimal %s', (text, value) => {
    expect(parseRelativeLimit(text)?.value).toBe(value)
    expect(parseDecimal(value)).not.toBeNull()
  })

  test('is refused where pytest-benchmark reads on: before a line break, and with an exponent that no number holds', () => {
    expect(parseRelativeLimit('mean:10%\n')).toBeNull()
    expect(parseRelativeLimit('mean:1e1000')).toBeNull()
  })

  test('keeps the value that was written', () => {
    const digits = fc.stringMatching(/^[0-9]{0,20}$/)
    const exponents = fc.integer({ min: -330, max: 330 })
    fc.assert(
      fc.property(digits, fc.stringMatching(/^[0-9]{1,20}$/), exponents, (whole, fraction, exponent) => {
        const written = `${whole}.${fraction}e${exponent}`
        const value = parseRelativeLimit(`mean:${written}`)?.value ?? ''
        expect(value).toMatch(/^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/)
        expect(Number(value)).toBe(Number(written))
      }),
    )
  })
})
