import { describe, expect, test } from '@jest/globals'
import type { HeadJob, OpenPull } from '@testwarden/core/model/github-observation'
import { judgeFreeze } from '../../src/freeze/judge-freeze.js'
import { planReruns } from '../../src/freeze/plan-reruns.js'

const CRITICAL = { issue: 12, title: 'test_login fails' }

describe('a change', () => {
  const judge = (labels: readonly string[], incidents = [CRITICAL]) =>
    judgeFreeze({ incidents, labels, overrideLabel: 'fixes-main' }).state

  test('is stopped while a critical incident is open, unless it bears the label of the fix', () => {
    expect(judge([])).toBe('stopped')
    expect(judge(['bug', 'Fixes-Main'])).toBe('let-through')
    expect(judge(['fixes-main-not'])).toBe('stopped')
  })

  test('is free where none is', () => {
    expect(judge(['fixes-main'], [])).toBe('open')
  })
})

function pull(number: number, part: Partial<OpenPull> = {}): OpenPull {
  return { number, headSha: `sha${number}`, baseBranch: 'main', labels: [], isFork: false, ...part }
}

function job(number: number, part: Partial<HeadJob> = {}): HeadJob {
  const place = { headSha: `sha${number}`, jobId: number * 10, run: `${number}`, attempt: 1 }
  return { ...place, conclusion: 'success', isRunning: false, ...part }
}

describe('when the line stops or goes on', () => {
  const plan = (turn: 'freeze' | 'thaw', pulls: readonly OpenPull[], jobs: readonly HeadJob[]) => {
    const { reruns, left } = planReruns({ turn, pulls, jobs, branch: 'main' })
    return { jobs: reruns.map(({ jobId }) => jobId), left }
  }

  test('only jobs run again whose answer has changed', () => {
    const pulls = [pull(3), pull(2), pull(1)]
    const jobs = [job(3), job(2, { conclusion: 'failure' })]
    expect(plan('freeze', pulls, jobs)).toEqual({ jobs: [30], left: [] })
    expect(plan('thaw', pulls, jobs)).toEqual({ jobs: [20], left: [] })
  })

  test('changes to other branches are none of it', () => {
    expect(plan('freeze', [pull(3, { baseBranch: 'release' })], [job(3)])).toEqual({ jobs: [], left: [] })
  })

  test('one that runs still sees for itself; one whose run has other jobs under way is left, and told', () => {
    expect(plan('freeze', [pull(3)], [job(3, { conclusion: null, isRunning: true })])).toEqual({ jobs: [], left: [] })
    expect(plan('freeze', [pull(3)], [job(3, { isRunning: true })])).toEqual({ jobs: [], left: [3] })
  })

  test('fifty at most run again, the newest pull requests first; the others are listed', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => 60 - at)
    const planned = plan(
      'freeze',
      numbers.map((number) => pull(number)),
      numbers.map((number) => job(number)),
    )
    expect(planned.jobs).toHaveLength(50)
    expect(planned.jobs[0]).toBe(600)
    expect(planned.left).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })
})

test('asked twice for one attempt of a job it is one change', () => {
  const question = { turn: 'freeze', pulls: [pull(1)], jobs: [job(1)], branch: 'main' } as const
  expect(planReruns(question).reruns[0]?.key).toBe(planReruns(question).reruns[0]?.key)
  const again = planReruns({ ...question, jobs: [job(1, { attempt: 2 })] })
  expect(again.reruns[0]?.key).not.toBe(planReruns(question).reruns[0]?.key)
})
