import { describe, expect, test } from '@jest/globals'
import { causeOf } from '../src/cause.js'
import { traceFixture } from './support/traces.js'

function causeAt(...places: readonly string[]) {
  return causeOf({ type: null, message: 'no', trace: places.map((place) => `    at open (${place}:3:5)`).join('\n') })
}

describe('the place of a cause', () => {
  test("is the innermost frame in the project's own code", () => {
    expect(causeAt('/ci/node_modules/x/a.js', 'node:fs', '/ci/shop/src/till.js', '/ci/shop/src/shop.js').place).toEqual(
      {
        file: 'src/till.js',
        function: 'open',
        line: '3',
      },
    )
  })

  test('is the name alone of a file in a temporary folder, whose name is made up', () => {
    expect(causeAt('/tmp/kqzvw/till.js').place?.file).toBe('till.js')
    expect(causeAt('C:\\Users\\me\\AppData\\Local\\Temp\\kqzvw\\till.js').place?.file).toBe('till.js')
  })

  test('is null where all is of libraries, or nothing is told', () => {
    expect(causeAt('/ci/node_modules/x/a.js').place).toBeNull()
    expect(causeAt().place).toBeNull()
  })

  test('has the source where the trace shows it', () => {
    expect(causeOf(traceFixture('python/unittest').failure).place).toEqual({
      file: 'tests/test_prices.py',
      function: 'test_adds_up',
      line: "self.assertEqual(total([{'price': 3, 'count': 2}]), 7)",
    })
  })
})

test.each([
  '',
  'Failed',
  'failed.',
  'Test failed',
  'Error:',
  'java.lang.AssertionError',
])('the message %j says nothing: the trace does', (message) => {
  expect(causeOf({ type: null, message, trace: 'the till jams 7 times' }).message).toBe('the till jams # times')
})

test('without any word a cause has an empty message', () => {
  expect(causeOf({ type: null, message: '', trace: '' })).toEqual({ type: '', message: '', place: null })
})
