import { expect, test } from '@jest/globals'
import { WarningLog } from '../src/warning-log.js'

test('the same warning is kept once, with its first line and a count', () => {
  const log = new WarningLog()
  for (const line of [3, 4, 9]) log.add('odd', line)
  log.add('other', null)
  expect(log.list()).toEqual([
    { message: 'odd (3 times)', line: 3 },
    { message: 'other', line: null },
  ])
})

test('beyond a hundred kinds only their number is kept', () => {
  const log = new WarningLog()
  for (let kind = 0; kind < 103; kind++) log.add(`odd ${kind}`, 1)
  expect(log.list()).toHaveLength(101)
  expect(log.list().at(-1)?.message).toBe('3 more warnings are not shown')
})
