import { describe, expect, test } from '@jest/globals'
import { playwrightSelector } from '../../src/selectors/playwright.js'
import { testNamed } from './kit.js'

const JUNIT = testNamed('outer › in (ner)', { suite: ['chromium', 'sub/a.spec.ts'], className: 'sub/a.spec.ts' })
const JSON_WITH_FILE = testNamed('in (ner)', { suite: ['chromium', 'sub/a.spec.ts', 'outer'], file: 'sub/a.spec.ts' })
const JSON_WITHOUT_FILE = testNamed('in (ner)', { suite: ['chromium', 'outer'], file: 'sub/a.spec.ts' })

describe.each([
  ['JUnit', JUNIT],
  ['JSON with the file among its suites', JSON_WITH_FILE],
  ['JSON without', JSON_WITHOUT_FILE],
])('a report in %s', (_, named) => {
  const grep = new RegExp(playwrightSelector.select([named]).args[0]?.slice('--grep='.length) ?? '', 'gi')

  test.each([
    [' chromium sub/a.spec.ts outer in (ner)', true],
    [' chromium sub/a.spec.ts outer @slow in (ner) @smoke @x', true],
    [' firefox sub/a.spec.ts outer in (ner)', false],
    [' chromium other/sub/a.spec.ts outer in (ner)', false],
    [' chromium sub/a.spec.ts outer in (ner) more', false],
    [' chromium sub/a.spec.ts in (ner)', false],
  ])('matches what the runner makes of titles: %s is %s', (line, isMeant) => {
    grep.lastIndex = 0
    expect(grep.test(line)).toBe(isMeant)
  })

  test('gives the test the same name', () => {
    expect(playwrightSelector.nameOf(named)).toEqual({ place: 'sub/a.spec.ts', name: 'chromium › outer › in (ner)' })
  })
})

test('a title may hold what joins titles in a report', () => {
  const grep = playwrightSelector.select([testNamed('outer › a › b', { className: 'a.spec.ts' })]).args[0]
  expect(new RegExp(grep?.slice('--grep='.length) ?? '').test(' a.spec.ts outer @x a › b')).toBe(true)
})

test('projects that need not run are not set up where each test tells its own', () => {
  expect(playwrightSelector.select([JUNIT]).args.slice(1)).toEqual(['--project=chromium'])
  expect(playwrightSelector.select([JUNIT, JSON_WITHOUT_FILE]).args.slice(1)).toEqual([])
})
