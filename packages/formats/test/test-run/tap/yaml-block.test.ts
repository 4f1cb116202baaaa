import { expect, test } from '@jest/globals'
import { OF_FAILED, OF_PASSED, YamlBlock } from '../../../src/test-run/tap/yaml-block.js'

function blockOf(...lines: readonly string[]): YamlBlock {
  const block = new YamlBlock(OF_FAILED)
  for (const line of lines) block.add(line)
  return block
}

test('values are read without their quotes', () => {
  const block = blockOf("  message: 'it''s'", '  type: "test"', '  duration_ms: 12.5')
  expect([block.get('message'), block.get('type'), block.get('duration_ms')]).toEqual(["it's", 'test', '12.5'])
})

test('a text of several lines ends with the next member', () => {
  const block = blockOf('  error: |-', '    first', '', '      second', '  type: test')
  expect([block.get('error'), block.get('type')]).toEqual(['first\nsecond', 'test'])
})

test('a member deeper than the first is part of what is around it', () => {
  const block = blockOf('    data:', '      message: inner', '    message: outer')
  expect(block.get('message')).toBe('outer')
})

test('of a member that stands twice the first counts', () => {
  expect(blockOf('  error: one', '  error: two').get('error')).toBe('one')
})

test('what has no value is not there', () => {
  const block = blockOf('  error:', '  __proto__: x', 'no member')
  expect([block.get('error'), block.get('__proto__'), block.get('constructor')]).toEqual([null, null, null])
})

test('everything is kept as it stands', () => {
  expect(blockOf('  wanted: [1, 2]', '    odd').toString()).toBe('  wanted: [1, 2]\n    odd\n')
})

test('of a result that passed only its time and what it is are kept', () => {
  const block = new YamlBlock(OF_PASSED)
  for (const line of ['  duration_ms: 3', '  message: fine', "  type: 'suite'"]) block.add(line)
  expect([block.get('duration_ms'), block.get('message'), block.get('type'), block.toString()]).toEqual([
    '3',
    null,
    'suite',
    '',
  ])
})
