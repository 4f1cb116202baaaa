import { describe, expect, test } from '@jest/globals'
import { REPORT_FOLDER } from '@testwarden/core/model/request'
import { MAX_FAILED, planRerun } from '../../src/rerun/plan-rerun.js'
import { failedTest, observation, reported, round, settingsOf, taskOf } from './kit.js'

const ONE = [failedTest('test_a')]

describe('the first round', () => {
  test('runs all failed tests in one command', () => {
    const { request, notes } = planRerun(taskOf([failedTest('test_a'), failedTest('test_b')]))
    expect(request).toEqual({
      kind: 'run-command',
      id: 'rerun/pytest/1/{"job":"test"}',
      command: 'pytest',
      args: [`--junitxml=${REPORT_FOLDER}/pytest.xml`, 'test_x.py::test_a', 'test_x.py::test_b'],
      env: {},
      timeoutMs: 600_000,
      report: { written: null, outputAs: null },
    })
    expect(notes).toEqual([])
  })

  test('leaves out tests of which nothing more is to be learned', () => {
    const { request } = planRerun(taskOf([failedTest('test_a', 0), failedTest('test_b')]))
    expect(request?.args).not.toContain('test_x.py::test_a')
    expect(planRerun(taskOf([failedTest('test_a', 0)]))).toMatchObject({ request: null, notes: [] })
  })

  test('is none without a command, without a word', () => {
    expect(planRerun(taskOf(ONE, { settings: settingsOf({ command: null }) }))).toMatchObject({
      request: null,
      notes: [],
    })
  })

  test('is none where so many failed that something broke for all, which is told', () => {
    const failed = Array.from({ length: MAX_FAILED + 1 }, (_, index) => failedTest(`test_${index}`, index))
    expect(planRerun(taskOf(failed))).toMatchObject({
      request: null,
      notes: ['51 tests failed, more than 50: nothing was run again, as so many are no flakes.'],
    })
    expect(planRerun(taskOf(failed.slice(1))).request).not.toBeNull()
  })

  test('is none where nobody knows where it would report, which is told', () => {
    const { request, notes } = planRerun(taskOf(ONE, { settings: settingsOf({ command: 'pytest {tests}' }) }))
    expect(request).toBeNull()
    expect(notes[0]).toContain('set `rerun-report`')
  })

  test('reads where the user says that it reports', () => {
    const settings = settingsOf({ command: 'pytest {tests}', report: 'out/*.xml' })
    expect(planRerun(taskOf(ONE, { settings })).request?.report).toEqual({ written: 'out/*.xml', outputAs: null })
  })

  test('goes through bash only where that was asked for', () => {
    const { request } = planRerun(taskOf(ONE, { settings: settingsOf({ shell: 'bash' }) }))
    expect(request).toMatchObject({ command: 'bash', env: { TESTWARDEN_REPORT: REPORT_FOLDER } })
    expect(request?.args.slice(-2)).toEqual(['bash', 'test_x.py::test_a'])
  })

  test('has as many tests as a command line holds, and tells of the others', () => {
    const failed = Array.from({ length: 10 }, (_, index) => failedTest(`test_${index}_${'x'.repeat(4_000)}`))
    const { request, notes } = planRerun(taskOf(failed))
    expect(request?.args.filter((arg) => arg.includes('::'))).toHaveLength(5)
    expect(notes).toEqual(['5 tests do not fit on the command line of the rerun.'])
  })
})

describe('further rounds', () => {
  test('have the tests that failed again and are not sure yet, in what is left of the time', () => {
    const failed = [failedTest('passes', 3), failedTest('sure', 1), failedTest('unsure', 2)]
    const observations = [round(1, { passes: 'passed', sure: 'failed', unsure: 'failed' }, 4_500)]
    const { request } = planRerun(taskOf(failed, { observations }))
    expect(request).toMatchObject({ id: 'rerun/pytest/2/{"job":"test"}', timeoutMs: 595_500 })
    expect(request?.args.slice(1)).toEqual(['test_x.py::unsure'])
  })

  test('end with a pass, without a word', () => {
    const observations = [round(1, { test_a: 'failed' }), round(2, { test_a: 'passed' })]
    expect(planRerun(taskOf([failedTest('test_a', 9)], { observations }))).toMatchObject({ request: null, notes: [] })
  })

  test('end with the time, which is told', () => {
    const observations = [round(1, { test_a: 'failed' }, 599_500)]
    expect(planRerun(taskOf([failedTest('test_a', 9)], { observations })).notes).toEqual([
      'Reruns ended with their time (`rerun-budget`): 1 test is not settled.',
    ])
  })

  test('are ten at most, which is told', () => {
    const observations = Array.from({ length: 10 }, (_, index) => round(index + 1, { test_a: 'failed' }))
    const plan = planRerun(taskOf([failedTest('test_a', 99)], { observations }))
    expect(plan.request).toBeNull()
    expect(plan.notes).toEqual(['Reruns ended after 10 rounds: 1 test is not settled.'])
  })

  test.each([
    ['could not start', observation(1, { kind: 'failed', message: 'cannot start pytest' })],
    [
      'reported nothing',
      observation(1, { kind: 'command', exitCode: 4, stdout: '', durationMs: 5, reported: reported() }),
    ],
  ])('do not follow one that %s', (_, first) => {
    expect(planRerun(taskOf([failedTest('test_a', 9)], { observations: [first] })).request).toBeNull()
  })
})
