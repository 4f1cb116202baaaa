import { expect, test } from '@jest/globals'
import { writeLists } from '../src/lists.js'
import { subjectOf } from '../src/subject.js'
import { configOf, evidenceOf, legOf } from './kit.js'

test('a test that passed in one leg and failed in another is on the list of failed tests, once', () => {
  const legs = [legOf({ x: 'F', y: 'P' }), legOf({ x: 'P', y: 'P' }, { os: 'a' }), legOf({ x: 'F' }, { os: 'b' })]
  const config = configOf({ 'failed-list': 'failed.txt', 'list-for': 'pytest' })
  const [list, ...others] = writeLists(subjectOf(evidenceOf({ legs }), config))
  expect(others).toEqual([])
  expect(list?.path).toBe('failed.txt')
  expect(list?.content.split(/\s+/).filter((word) => word.endsWith('x'))).toHaveLength(1)
})

test('no list is made that nobody asked for', () => {
  expect(writeLists(subjectOf(evidenceOf({ legs: [legOf({ x: 'F' })] }), configOf()))).toEqual([])
})
