import { describe, expect, test } from '@jest/globals'
import { pytestSelector } from '../../src/selectors/pytest.js'
import { testNamed } from './kit.js'

describe('node ids', () => {
  test.each([
    ['tests.test_cart', 'test_sum', 'tests/test_cart.py::test_sum'],
    ['tests.my-dir.test_cart.TestTotals', 'test_sum', 'tests/my-dir/test_cart.py::TestTotals::test_sum'],
    ['cart_test.TestA.TestInner', 'test_sum', 'cart_test.py::TestA::TestInner::test_sum'],
    ['tests.test_money.Money', 'test_add', 'tests/test_money.py::Money::test_add'],
    ['test_x', 'test_p[br[ac]ket]', 'test_x.py::test_p[br[ac]ket]'],
    ['test_x', 'test_p[a b \'c\' "d" $HOME a::b]', 'test_x.py::test_p[a b \'c\' "d" $HOME a::b]'],
  ])('%s and %s are %s', (className, name, id) => {
    expect(pytestSelector.select([testNamed(name, { className })])).toMatchObject({ args: [id], inexact: [] })
  })

  test('a file that the report names is believed, and what follows its module are classes', () => {
    const named = testNamed('test_sum', { className: 'pkg.checks.Totals', file: 'src/pkg/checks.py' })
    expect(pytestSelector.select([named])).toMatchObject({ args: ['src/pkg/checks.py::Totals::test_sum'], inexact: [] })
  })

  test('a file that can only be guessed is told', () => {
    const { args, inexact } = pytestSelector.select([testNamed('it_adds', { className: 'checks.cart.Totals' })])
    expect(args).toEqual(['checks/cart.py::Totals::it_adds'])
    expect(inexact).toEqual([
      'The report does not say in which file `it_adds` is: `checks/cart.py::Totals::it_adds` is a guess.',
    ])
  })

  test('a path cannot become an option', () => {
    const { args } = pytestSelector.select([testNamed('test_a', { className: '-p evil.test_x' })])
    expect(args).toEqual(['./-p evil/test_x.py::test_a'])
  })

  test('the text is for a shell, and nothing in it is expanded', () => {
    const { text } = pytestSelector.select([testNamed("test_p[it's $(date) `x`]", { className: 'test_x' })])
    expect(text).toBe("'test_x.py::test_p[it'\\''s $(date) `x`]'")
  })

  test('a name that no command line can hold is left out and told', () => {
    const selection = pytestSelector.select([testNamed('test_\0', { className: 'test_x' })])
    expect(selection).toEqual({
      args: [],
      text: '',
      inexact: ['1 of the tests have a NUL in their names, which no command line can hold.'],
    })
  })
})

test('left out are tests by the beginning of their node ids, which is told where others may begin alike', () => {
  const tests = ['test_a', 'test_p[1]'].map((name) => testNamed(name, { className: 'test_x' }))
  expect(pytestSelector.deselect?.(tests)).toMatchObject({
    args: ['--deselect=test_x.py::test_a', '--deselect=test_x.py::test_p[1]'],
    inexact: ['pytest leaves out every test whose node id begins with `test_x.py::test_a`.'],
  })
})
