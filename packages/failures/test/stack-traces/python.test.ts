import { expect, test } from '@jest/globals'
import { python } from '../../src/stack-traces/python.js'
import { placesOf } from '../support/places.js'

test('a group of exceptions has bars in front', () => {
  const trace =
    '  | Traceback (most recent call last):\n  |   File "a/b.py", line 3, in run\n  |     go()\n  | ValueError: no'
  expect(placesOf(python, trace)).toEqual(['a/b.py:3 run'])
  expect(python.readFrames(trace.split('\n'))[0]?.source).toBe('go()')
})

test('an error of syntax has no function', () => {
  expect(placesOf(python, '  File "a/b.py", line 3\n    def\n       ^\nSyntaxError: invalid syntax')).toEqual([
    'a/b.py:3',
  ])
})

test('a report that was indented afterwards is read as well', () => {
  const trace =
    '        def test_no():\n        > assert False\n        E assert False\n\n        tests/test_no.py:25: AssertionError'
  expect(placesOf(python, trace)).toEqual(['tests/test_no.py:25 test_no'])
})

test('several links of a chain keep the cause first and what was handled last', () => {
  const link = (line: number): string => `  File "a.py", line ${line}, in f\n`
  const explicit = '\nThe above exception was the direct cause of the following exception:\n\n'
  const handled = '\nDuring handling of the above exception, another exception occurred:\n\n'
  expect(placesOf(python, link(1) + explicit + link(2) + explicit + link(3))).toEqual([
    'a.py:1 f',
    'a.py:2 f',
    'a.py:3 f',
  ])
  expect(placesOf(python, link(1) + handled + link(2))).toEqual(['a.py:2 f', 'a.py:1 f'])
})

test.each(['see a.py:12 for more', 'a.py', '>   raise ValueError("a.py")'])('no frame: %s', (line) => {
  expect(placesOf(python, line)).toEqual([])
})
