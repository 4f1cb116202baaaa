import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { categorise } from '../../src/categories/categorise.js'
import { CATEGORY_RULES } from '../../src/categories/registry.js'
import { findLocation } from '../../src/find-location.js'
import { framesOf, readFrames, STACK_TRACE_LANGUAGES } from '../../src/stack-traces/registry.js'
import { searchIn, traceFixtures } from '../support/traces.js'

const FIXTURES = traceFixtures()

describe.each(FIXTURES)('the trace $name', (fixture) => {
  test('gives its frames, innermost first', () => {
    const frames = readFrames(fixture.failure.trace)
    expect(frames.slice(0, fixture.innermost.length)).toEqual(fixture.innermost)
    expect(frames).toHaveLength(fixture.frames)
  })

  test('leads to the line that a reviewer wants to see', () => {
    const location = findLocation(fixture.failure, searchIn(fixture.tracked), fixture.test ?? undefined)
    expect(location).toEqual(fixture.location)
  })

  test('has its category', () => {
    expect(categorise(fixture.failure, CATEGORY_RULES)?.id ?? null).toBe(fixture.category)
  })

  test('says where it comes from', () => {
    expect(fixture.hasProvenance).toBe(true)
  })
})

test('every language has a trace to show', () => {
  const shown = new Set(FIXTURES.map(({ name }) => name.split('/')[0]))
  expect(STACK_TRACE_LANGUAGES.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
})

test('of two languages with as many frames, the first in the list counts', () => {
  expect(readFrames("lib/till.rb:3:in `open'\nsrc/till.py:4: in open")).toMatchObject([
    { path: 'src/till.py', line: 4 },
  ])
})

test('a trace in the message counts where there is no other', () => {
  const failure = { type: null, message: 'boom\n    at pick (src/pick.js:3:5)', trace: '' }
  expect(framesOf(failure)).toMatchObject([{ path: 'src/pick.js', line: 3, function: 'pick' }])
})

test('cut, doubled and foreign traces are read without harm', () => {
  const traces = fc.constantFrom(...FIXTURES.map(({ failure }) => failure.trace))
  fc.assert(
    fc.property(traces, fc.nat(), fc.nat(), fc.string(), (trace, from, to, inserted) => {
      const cut = trace.slice(from % trace.length) + inserted + trace.slice(0, to % trace.length)
      for (const frame of readFrames(cut)) {
        expect(frame.path).not.toBe('')
        expect(Number.isSafeInteger(frame.line)).toBe(true)
      }
    }),
  )
})

test.each([
  ['brackets', '    at '.padEnd(900, '(')],
  ['ends of files', `at ${'a.py:1:'.repeat(120)}`],
  ['quotes', `', ${"x', ".repeat(200)}`],
  ['at signs', '@/'.repeat(450)],
  ['names', 'a.rb:1:in '.repeat(90)],
  ['places of C#', 'at a() in .cs:l '.repeat(60)],
  ['places of PHP', ' in .php:1'.repeat(90)],
  ['calls of PHP', `#1 ${'.php(1): '.repeat(100)}{`],
  ['calls of Go', 'a(b)'.repeat(240)],
])('a line of %s is at most a frame', (_, line) => {
  const text = `${line}\n`.repeat(16).concat('.py .js .java: .go: .rs: .cs: .rb: .php')
  expect(readFrames(text).length).toBeLessThanOrEqual(16)
})
