import { expect, test } from '@jest/globals'
import { reasonsOf, TESTED_SHA } from '../kit.js'

test('legs of one tree need no words', () => {
  expect(reasonsOf('same-tree', { testedShas: [TESTED_SHA] })).toEqual([])
  expect(reasonsOf('same-tree', { testedShas: [] })).toEqual([])
})

test('legs of two trees make the verdict inconclusive and are named', () => {
  const [reason] = reasonsOf('same-tree', { testedShas: [TESTED_SHA, null] })
  expect(reason).toMatchObject({ outcome: 'inconclusive' })
  expect(reason?.message).toContain(`${TESTED_SHA.slice(0, 10)}, a working tree`)
})
