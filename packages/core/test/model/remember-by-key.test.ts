import { expect, test } from '@jest/globals'
import { rememberByKey } from '../../src/model/remember-by-key.js'

test('the same key is computed once, whatever comes of it; an equal one is another', () => {
  const seen: object[] = []
  const compute = rememberByKey((key: object): undefined => {
    seen.push(key)
  })
  const [key, equal] = [{}, {}]
  compute(key)
  compute(key)
  compute(equal)
  expect(seen).toEqual([key, equal])
})
