import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isInForce, limitInForce, weighAccepts } from '../../src/limits/accept.js'
import type { WrittenAccept } from '../../src/model/accept.js'

function accept(part: Partial<WrittenAccept> = {}): WrittenAccept {
  return {
    rule: 'patch-line',
    subject: null,
    limit: '70',
    reason: 'why',
    author: 'Ada',
    expires: '2026-06-30',
    path: 'accepted.yml',
    line: 1,
    ...part,
  }
}

const NOW = '2026-06-30T23:59:59.000Z'
const RULE = { ruleId: 'patch-line', subject: null, limit: '90', stricter: 'higher' } as const

function standings(sources: Partial<Parameters<typeof weighAccepts>[0]>) {
  const weighed = weighAccepts({ base: [], tested: [], isLabelled: false, now: NOW, ...sources })
  return weighed.map(({ limit, standing }) => [limit, standing])
}

describe('weighing accepts', () => {
  test('one of the base counts through its last day, wherever the change leaves it', () => {
    expect(standings({ base: [accept()] })).toEqual([['70', 'base']])
    expect(standings({ base: [accept()], now: '2026-07-01T00:00:00.000Z' })).toEqual([['70', 'expired']])
  })

  test('one that only the change has needs the label', () => {
    expect(standings({ tested: [accept()] })).toEqual([['70', 'unlabelled']])
    expect(standings({ tested: [accept()], isLabelled: true })).toEqual([['70', 'labelled']])
  })

  test.each([
    { limit: '60' },
    { expires: '2027-01-01' },
    { subject: 'src' },
    { rule: 'drop' },
  ])('one that the change stretches is another: %j', (part) => {
    const [first, second] = standings({ base: [accept()], tested: [accept(part)] })
    expect([first?.[1], second?.[1]]).toEqual(['base', 'unlabelled'])
  })

  test('a better reason makes no other entry', () => {
    expect(standings({ base: [accept()], tested: [accept({ reason: 'told better' })] })).toEqual([['70', 'base']])
  })

  test('where there is no base to ask all count', () => {
    expect(standings({ base: null, tested: [accept()] })).toEqual([['70', 'own']])
  })
})

describe('a limit under accepts', () => {
  const weighed = (...entries: readonly Partial<WrittenAccept>[]) =>
    weighAccepts({ base: entries.map(accept), tested: [], isLabelled: false, now: NOW })

  test('falls to the entry for its rule and subject that allows most', () => {
    const accepts = weighed(
      { limit: '80' },
      { limit: '70' },
      { limit: '10', rule: 'drop' },
      { limit: '5', subject: 'x' },
    )
    expect(limitInForce(RULE, accepts)).toMatchObject({ limit: '70', accepted: { instead: '90', standing: 'base' } })
    expect(limitInForce({ ...RULE, subject: 'x' }, accepts).limit).toBe('5')
  })

  test('never rises', () => {
    expect(limitInForce(RULE, weighed({ limit: '95' }))).toEqual({ limit: '90', accepted: null })
    expect(
      limitInForce(
        { ...RULE, ruleId: 'drop', limit: '0.1', stricter: 'lower' },
        weighed({ rule: 'drop', limit: '0.05' }),
      ),
    ).toEqual({ limit: '0.1', accepted: null })
  })

  test('is untouched by entries that do not count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ limit: fc.nat(100).map(String), expires: fc.constantFrom('2020-01-01', '2999-01-01') })),
        (parts) => {
          const accepts = weighAccepts({
            base: [],
            tested: parts.map((part) => accept(part)),
            isLabelled: false,
            now: NOW,
          })
          expect(accepts.some(isInForce)).toBe(false)
          expect(limitInForce(RULE, accepts)).toEqual({ limit: '90', accepted: null })
        },
      ),
    )
  })
})
