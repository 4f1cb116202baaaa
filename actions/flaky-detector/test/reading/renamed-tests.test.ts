import { expect, test } from '@jest/globals'
import { keyOfParts } from '@testwarden/core/model/test-key'
import { namesOf, recordedRenames, renamedTests } from '../../src/reading/renamed-tests.js'

test.each([
  ['a path', ['tests/test_a.py', 'adds'], ['tests/test_b.py', 'adds'], 'tests/test_a.py', 'tests/test_b.py'],
  ['a module', ['tests.test_a', 'adds'], ['tests.test_b', 'adds'], 'tests/test_a.py', 'tests/test_b.py'],
  [
    'a class in a module',
    ['tests.test_a.TestX', 'adds'],
    ['tests.test_b.TestX', 'adds'],
    'tests/test_a.py',
    'tests/test_b.py',
  ],
  [
    'a Java class',
    ['acme.old.RefundTest', 'adds'],
    ['acme.new.RefundTest', 'adds'],
    'src/test/java/acme/old/RefundTest.java',
    'src/test/java/acme/new/RefundTest.java',
  ],
  ['a file name', ['cart.spec', 'adds'], ['basket.spec', 'adds'], 'src/cart.spec.ts', 'src/basket.spec.ts'],
])('%s follows its file', (_, before, after, from, to) => {
  const [old, present] = [keyOfParts(before), keyOfParts(after)]
  expect(renamedTests(new Set([old]), [present], [{ from, to }])).toEqual([{ from: old, to: present }])
})

test('a folder that moves takes a thousand files with it', () => {
  const renames = Array.from({ length: 1000 }, (_, index) => ({
    from: `old/test_${index}.py`,
    to: `new/test_${index}.py`,
  }))
  const named = (folder: string) =>
    renames.flatMap((_, file) =>
      Array.from({ length: 5 }, (_each, index) =>
        keyOfParts([`${folder}/test_${file}.py`, `${folder}.test_${file}.TestX`, `t${index}`]),
      ),
    )
  expect(renamedTests(new Set(named('old')), named('new'), renames)).toHaveLength(5000)
})

test('a new test is none of the missing ones because of a rename elsewhere', () => {
  const renames = [{ from: 'tests/test_a.py', to: 'tests/test_b.py' }]
  expect(renamedTests(new Set(['tests/test_a.py\u001fadds']), ['tests/test_b.py\u001fsubtracts'], renames)).toEqual([])
})

test('a test keeps all its names, even where they go round in a circle', () => {
  const renamed = new Map([
    ['c', 'b'],
    ['b', 'a'],
    ['a', 'c'],
  ])
  expect(namesOf('c', renamed)).toEqual(['c', 'b', 'a'])
})

test('what records say of renames is taken only where it is said well', () => {
  const bodies = [null, 'x', { renamed: 1 }, { renamed: [{ from: 'a', to: 'b' }, { from: 1, to: 'b' }, null] }]
  expect(recordedRenames(bodies)).toEqual([{ from: 'a', to: 'b' }])
})
