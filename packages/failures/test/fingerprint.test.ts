import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fingerprintOf } from '../src/fingerprint.js'
import { traceFixture, traceFixtures } from './support/traces.js'

function failureWith(known: { readonly type?: string; readonly message?: string; readonly trace?: string }) {
  return { type: null, message: '', trace: '', ...known }
}

test('a fingerprint is 32 hexadecimal characters', () => {
  expect(fingerprintOf(failureWith({ message: 'boom' }))).toMatch(/^[0-9a-f]{32}$/)
})

test('all traces of different causes have different fingerprints', () => {
  const prints = traceFixtures().map(({ failure }) => fingerprintOf(failure))
  expect(new Set(prints).size).toBe(prints.length)
})

describe('the same cause', () => {
  const { failure } = traceFixture('javascript/jest-error')

  test('has one fingerprint wherever the repository lies', () => {
    const elsewhere = failure.trace.replaceAll('/srv/store/', 'D:\\a\\store\\store\\').replace(/stock\.js/g, 'stock.js')
    const moved = elsewhere.replaceAll('store\\src/', 'store\\src\\').replaceAll('store\\test/', 'store\\test\\')
    expect(fingerprintOf({ ...failure, trace: moved })).toBe(fingerprintOf(failure))
  })

  test('has one fingerprint in another test, and after an upgrade of a library', () => {
    const other = failure.trace
      .replace('stock.test.js:8:3', 'shelf.test.js:99:1')
      .replaceAll('jestAdapterInit.js:1', 'jestAdapterInit.js:2')
    expect(other).not.toBe(failure.trace)
    expect(fingerprintOf({ ...failure, trace: other })).toBe(fingerprintOf(failure))
  })

  test('has one fingerprint where lines move above it and the trace shows the source', () => {
    const { failure: python } = traceFixture('python/pytest-long-error')
    const moved = python.trace.replaceAll('prices.py:9', 'prices.py:19')
    expect(moved).not.toBe(python.trace)
    expect(fingerprintOf({ ...python, trace: moved })).toBe(fingerprintOf(python))
  })

  test('has one fingerprint whatever values the message holds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uuid(), (count, id) => {
        const message = `order ${id} has ${count} parts`
        expect(fingerprintOf(failureWith({ message }))).toBe(
          fingerprintOf(failureWith({ message: `order ${id} has 3 parts` })),
        )
      }),
    )
  })
})

describe('two fingerprints', () => {
  test('tell assertions of one test apart by their source, else by their line', () => {
    const at = (line: number) =>
      failureWith({ message: 'expected 1 to be 2', trace: `    at run (src/a.test.js:${line}:5)` })
    expect(fingerprintOf(at(3))).not.toBe(fingerprintOf(at(4)))
    const says = (source: string) =>
      failureWith({ message: 'AssertionError', trace: `Traceback:\n  File "t/a.py", line 3, in test\n    ${source}\n` })
    expect(fingerprintOf(says('assert first()'))).not.toBe(fingerprintOf(says('assert second()')))
  })

  test('tell messages, types and functions apart', () => {
    const prints = [
      failureWith({ message: 'no such key' }),
      failureWith({ message: 'no such door' }),
      failureWith({ type: 'KeyError', message: 'no such key' }),
      failureWith({ message: 'no such key', trace: '    at open (src/a.js:3:5)' }),
      failureWith({ message: 'no such key', trace: '    at close (src/a.js:3:5)' }),
    ].map(fingerprintOf)
    expect(new Set(prints).size).toBe(prints.length)
  })

  test('rest on what the trace says where the message says nothing', () => {
    const says = (text: string) => failureWith({ message: 'Failed', trace: `    a_test.go:8: ${text}` })
    expect(fingerprintOf(says('got 3, want 4'))).toBe(fingerprintOf(says('got 5, want 4')))
    expect(fingerprintOf(says('got 3, want 4'))).not.toBe(fingerprintOf(says('the ledger is empty')))
  })
})
