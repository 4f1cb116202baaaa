import { expect, test } from '@jest/globals'
import { boundedKey, SuiteCounter } from '../../src/test-run/suite-counter.js'

test('each path counts once, whoever comes between', () => {
  const counter = new SuiteCounter()
  const path = ['a', 'b']
  for (const seen of [path, path, ['a'], ['a', 'b'], [], ['ab']]) counter.see(seen)
  expect(counter.count).toBe(4)
})

test('a key is short whatever the names are, and tells them apart', () => {
  const long = 'n'.repeat(1_000_000)
  expect(boundedKey([long, long]).length).toBeLessThan(1000)
  expect(
    new Set([boundedKey([long]), boundedKey([`${long}n`]), boundedKey([`${long}m`]), boundedKey(['n'])]).size,
  ).toBe(4)
})
