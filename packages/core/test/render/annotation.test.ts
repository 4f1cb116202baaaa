import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding, FindingLevel } from '../../src/model/finding.js'
import { toAnnotations } from '../../src/render/annotation.js'
import { chooseAnnotations, orderFindings } from '../../src/render/choose-annotations.js'

function finding(over: Partial<Finding>): Finding {
  return {
    ruleId: 'r',
    level: 'warning',
    title: 't',
    message: 'm',
    location: { path: 'a.ts', startLine: 1, endLine: 2 },
    dedupKey: 'k',
    ...over,
  }
}

describe('toAnnotations', () => {
  test('keeps place, level and lines of the message', () => {
    expect(toAnnotations([finding({ message: 'one\r\ntwo\u001b[1m' })])).toEqual([
      { level: 'warning', title: 't', message: 'one\ntwo\\u{1b}[1m', path: 'a.ts', startLine: 1, endLine: 2 },
    ])
  })

  test('cuts long messages and titles between characters, and shows that it did', () => {
    const [annotation] = toAnnotations([finding({ message: '😀'.repeat(4000), title: 'x'.repeat(300) })])
    expect(annotation?.message).toBe(`${'😀'.repeat(2047)}…`)
    expect(annotation?.title).toHaveLength(255)
  })

  test('has no lines where the finding has no place', () => {
    expect(toAnnotations([finding({ location: null })])[0]).toMatchObject({
      path: null,
      startLine: null,
      endLine: null,
    })
  })
})

describe('which findings are annotated', () => {
  test('errors come first, the gates take turns, findings with a place before others', () => {
    const ordered = orderFindings([
      [finding({ title: 'a1' }), finding({ title: 'a2' }), finding({ title: 'a3' })],
      [finding({ title: 'b1', location: null }), finding({ title: 'b2' }), finding({ title: 'b3', level: 'error' })],
    ])
    expect(ordered.map(({ title }) => title)).toEqual(['b3', 'a1', 'b2', 'a2', 'a3', 'b1'])
  })

  test('at most ten of each level are shown, and the rest is counted', () => {
    const levels: readonly FindingLevel[] = ['error', 'warning', 'notice']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...levels), { maxLength: 60 }), (chosen) => {
        const { shown, heldBack } = chooseAnnotations(orderFindings([chosen.map((level) => finding({ level }))]))
        for (const level of levels) {
          const all = chosen.filter((other) => other === level).length
          const kept = shown.filter((annotation) => annotation.level === level).length
          expect([kept, heldBack[level]]).toEqual([Math.min(10, all), Math.max(0, all - 10)])
        }
      }),
    )
  })
})
