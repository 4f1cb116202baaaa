import { expect, test } from '@jest/globals'
import { SuiteCounter } from '../../src/test-run/suite-counter.js'

test('each path counts once, whoever comes between', () => {
  const counter = new SuiteCounter()
  const path = ['a', 'b']
  for (const seen of [path, path, ['a'], ['a', 'b'], [], ['ab']]) counter.see(seen)
  expect(counter.count).toBe(4)
})
