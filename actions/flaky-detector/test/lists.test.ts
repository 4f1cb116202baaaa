import { expect, test } from '@jest/globals'
import { decide } from '../src/decide.js'
import { writeLists } from '../src/lists.js'
import { subjectOf } from '../src/subject.js'
import { configOf, evidenceOf, legOf, runOf } from './kit.js'

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

test('a leg that only collects writes its lists as well, and leaves judging, records and issues to who joins the legs', () => {
  const run = { ...runOf(), event: 'push', isBaseline: true }
  const config = configOf({ mode: 'collect', issues: 'on', 'failed-list': 'failed.txt', 'quarantined-list': 'q.txt' })
  const { changes, findings } = decide(evidenceOf({ legs: [legOf({ x: 'F', y: 'P' })] }, { run }), config)
  expect(changes.map(({ key }) => key)).toEqual(['write-file:failed.txt', 'write-file:q.txt'])
  expect(findings).toEqual([])
})
