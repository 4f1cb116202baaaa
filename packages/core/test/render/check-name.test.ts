import { expect, test } from '@jest/globals'
import type { RecordKey } from '../../src/model/record-key.js'
import { checkName } from '../../src/render/check-name.js'

const KEY: RecordKey = {
  action: 'coverage-gate',
  workflow: 'CI',
  job: 'test',
  matrix: '{}',
  step: '__octo_gates',
  checkRun: '',
  run: '1',
  attempt: 1,
}

test.each([
  ['workflow, job and action', {}, 'CI / test / coverage-gate'],
  ['the cell of a matrix', { matrix: '{"node":20,"os":{"name":"ubuntu"}}' }, 'CI / test (20, ubuntu) / coverage-gate'],
  ['the second step of its kind', { step: '__octo_gates_2' }, 'CI / test / coverage-gate (#2)'],
  ['a step by its id', { step: 'unit' }, 'CI / test / coverage-gate (unit)'],
  ['no workflow', { workflow: '' }, 'test / coverage-gate'],
  ['a matrix that is no JSON', { matrix: 'x' }, 'CI / test (x) / coverage-gate'],
])('a check run is named after %s', (_what, over, name) => {
  expect(checkName({ ...KEY, ...over })).toBe(name)
})

test('the name stays the same from run to run, and is short and in one line whatever the workflow is called', () => {
  expect(checkName({ ...KEY, run: '2', attempt: 3 })).toBe(checkName(KEY))
  const name = checkName({ ...KEY, workflow: 'a\nb\u202e'.repeat(500) })
  expect(name.length).toBeLessThanOrEqual(200)
  expect(name).not.toMatch(/[\n\u202e]/)
})
