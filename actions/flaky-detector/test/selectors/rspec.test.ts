import { expect, test } from '@jest/globals'
import { rspecSelector } from '../../src/selectors/rspec.js'
import { testNamed } from './kit.js'

test('an example is named by its whole description and its file', () => {
  const named = testNamed('Cart adds (1 + 1)', { className: 'spec.cart_spec', file: './spec/cart_spec.rb' })
  expect(rspecSelector.select([named])).toMatchObject({
    args: ['--example-matches', '\\A(?:Cart adds \\(1 \\+ 1\\))\\z', 'spec/cart_spec.rb'],
    inexact: [],
  })
})
