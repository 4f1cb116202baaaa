import { expect, test } from '@jest/globals'
import { vitestSelector } from '../../src/selectors/vitest.js'
import { testNamed } from './kit.js'

const FULL = '^outer(?: > | )a(?: > | )b$'

test('a report in JUnit’s form has the file as class and joins titles with what a title may hold too', () => {
  const { args, inexact } = vitestSelector.select([testNamed('outer > a > b', { className: 'src/a.test.ts' })])
  expect(args).toEqual([`--testNamePattern=${FULL}`, 'src/a.test.ts'])
  expect(inexact).toEqual([])
  expect(new RegExp(FULL).test('outer a > b')).toBe(true)
})

test('one test has one name in both reports', () => {
  const junit = vitestSelector.nameOf(
    testNamed('outer > a > b', { className: 'src/a.test.ts', suite: ['src/a.test.ts'] }),
  )
  const json = vitestSelector.nameOf(testNamed('a > b', { suite: ['outer'], file: '/repo/src/a.test.ts' }))
  expect(junit).toEqual({ place: 'src/a.test.ts', name: 'outer > a > b' })
  expect(json).toEqual({ place: '/repo/src/a.test.ts', name: 'outer > a > b' })
})
