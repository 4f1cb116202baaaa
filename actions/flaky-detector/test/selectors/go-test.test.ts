import { expect, test } from '@jest/globals'
import { goTestSelector } from '../../src/selectors/go-test.js'
import { testNamed } from './kit.js'

function inPackage(suite: string, ...names: readonly string[]) {
  return names.map((name) => testNamed(name, { suite: [suite] }))
}

test('each level of a name is an expression of its own', () => {
  const { args, inexact } = goTestSelector.select(inPackage('example.com/cart', 'TestSum/with_$5_(net)/a|b', 'TestOne'))
  expect(args).toEqual(['-run=^TestSum$/^with_\\$5_\\(net\\)$/^a\\|b$|^TestOne$', 'example.com/cart'])
  expect(inexact).toEqual([])
})

test('a test whose subtest is named is not named itself: it would run with all the others', () => {
  const { args } = goTestSelector.select(inPackage('m', 'TestSum', 'TestSum/a', 'TestSum/a/b', 'TestSummary'))
  expect(args).toEqual(['-run=^TestSum$/^a$/^b$|^TestSummary$', 'm'])
})

test('names count in every package that is run, which is told', () => {
  const { args, inexact } = goTestSelector.select([...inPackage('m/a', 'TestA'), ...inPackage('m/b', 'TestB')])
  expect(args).toEqual(['-run=^TestA$|^TestB$', 'm/a', 'm/b'])
  expect(inexact).toEqual(['Go looks for each name in all 2 packages: one that several of them have runs in each.'])
})

test('tests are left out by name, in every package', () => {
  expect(goTestSelector.deselect?.(inPackage('m', 'TestA/x')).args).toEqual(['-skip=^TestA$/^x$'])
})
