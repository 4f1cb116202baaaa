import { expect, test } from '@jest/globals'
import { toldApart } from '../../src/benchmark/told-apart.js'

test('names that stand for several benchmarks get what tells them apart, wherever they stand', () => {
  const all = [
    { name: 'a', variant: 'x=1' },
    { name: 'b', variant: 'x=1' },
    { name: 'a', variant: 'x=2' },
    { name: 'c', variant: '' },
    { name: 'c', variant: '' },
  ]
  expect(all.map(toldApart(all))).toEqual(['a [x=1]', 'b', 'a [x=2]', 'c', 'c'])
})
