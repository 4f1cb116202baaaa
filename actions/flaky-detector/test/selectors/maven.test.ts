import { expect, test } from '@jest/globals'
import { mavenSelector } from '../../src/selectors/maven.js'
import { testNamed } from './kit.js'

function ofClass(className: string, ...names: readonly string[]) {
  return names.map((name) => testNamed(name, { className }))
}

test('methods are named behind their class, classes behind each other', () => {
  const tests = [...ofClass('com.acme.CartTest', 'adds', 'removes'), ...ofClass('com.acme.CartTest$Inner', 'deep')]
  expect(mavenSelector.select(tests)).toEqual({
    args: ['-Dtest=com.acme.CartTest#adds+removes,com.acme.CartTest$Inner#deep'],
    text: "'-Dtest=com.acme.CartTest#adds+removes,com.acme.CartTest$Inner#deep'",
    inexact: [],
  })
})

test.each(['rows(String)[1]', 'rows{String}[1]', 'rows[1: a, b]'])('of %s all rows run, which is told', (name) => {
  const { args, inexact } = mavenSelector.select(ofClass('RowsTest', name))
  expect(args).toEqual(['-Dtest=RowsTest#rows+rows[*]'])
  expect(inexact).toEqual([`Of RowsTest.rows all rows are meant, not only \`${name.slice(name.indexOf('['))}\`.`])
})

test('a phrase is no method: its class runs', () => {
  const { args, inexact } = mavenSelector.select(ofClass('CartTest', 'adds, then removes', 'plain'))
  expect(args).toEqual(['-Dtest=CartTest'])
  expect(inexact).toEqual(['`adds, then removes` is no name of a method: all of CartTest is meant.'])
})

test('a test without a class is left out, and no test left is no argument', () => {
  const { args, inexact } = mavenSelector.select([testNamed('adds')])
  expect(args).toEqual([])
  expect(inexact).toEqual(['`adds` has no class, so it is left out.'])
})

test('tests are left out with an exclamation mark', () => {
  const tests = [...ofClass('A', 'm', 'n'), ...ofClass('B', 'm')]
  expect(mavenSelector.deselect?.(tests).args).toEqual(['-Dtest=!A#m+n,!B#m'])
})
