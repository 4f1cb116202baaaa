import { expect, test } from '@jest/globals'
import { jobEnvironment } from '../../src/exec/job-environment.js'

test('what the job has stays, what is ours goes', () => {
  const job = { PATH: '/bin', GITHUB_TOKEN: 'of the job', CI: 'true', GITHUB_SHA: 'abc', MY_INPUT_FILE: 'x' }
  const ours = {
    'INPUT_GITHUB-TOKEN': 'secret',
    input_mode: 'x',
    STATE_a: 'x',
    GITHUB_OUTPUT: '/tmp/output',
    GITHUB_ENV: '/tmp/env',
    GITHUB_PATH: '/tmp/path',
    GITHUB_STATE: '/tmp/state',
    GITHUB_STEP_SUMMARY: '/tmp/summary',
    ACTIONS_RUNTIME_TOKEN: 'secret',
  }
  expect(jobEnvironment({ ...job, ...ours })).toEqual(job)
})
