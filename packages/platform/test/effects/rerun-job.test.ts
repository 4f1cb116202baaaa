import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Receipt } from '@testwarden/core/model/change'
import type { TokenGrant } from '@testwarden/testkit/fake-github/permissions'
import { addWorkflowJob, addWorkflowRun } from '@testwarden/testkit/fake-github/resources/workflow-runs'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { rerunJobEffect } from '../../src/effects/rerun-job.js'
import { type FakeRepository, openFakeRepository } from '../support/fake-repository.js'

let place: FakeRepository

beforeEach(async () => {
  place = await openFakeRepository(() => new Date('2026-11-01T00:00:00Z'))
})

afterEach(async () => {
  await place.fake.close()
  expect(place.fake.violations).toEqual([])
})

function jobOf(run: { readonly conclusion?: string | null; readonly createdAt?: string } = {}): number {
  const { id } = addWorkflowRun(place.fake.state, place.repository, { headSha: place.tip, ...run })
  return addWorkflowJob(place.fake.state, place.repository, { run: id, name: 'freeze', conclusion: 'failure' }).id
}

function rerun(jobId: number, permissions: TokenGrant['permissions'] = { actions: 'write' }): Promise<Receipt> {
  const context = { env: {}, files: new MemoryFiles({}), log: new CapturingLog(), receipts: new Map() }
  const github = place.connect(permissions)
  return rerunJobEffect.perform({ kind: 'rerun-job', key: 'k', jobId }, { ...context, github })
}

function asked(): number {
  return place.fake.requests.filter(({ method }) => method === 'POST').length
}

test('a job runs again, in the next attempt of its run', async () => {
  const jobId = jobOf()
  expect(await rerun(jobId)).toEqual({ key: 'k', status: 'done', id: jobId })
  expect([...place.repository.runs.values()]).toMatchObject([{ attempt: 2, conclusion: null }])
  expect([...place.repository.jobs.values()]).toMatchObject([{ name: 'freeze', conclusion: null }])
})

test('a job whose run goes on is a receipt that a later run may better, and no permission is missing', async () => {
  const receipt = await rerun(jobOf({ conclusion: null }))
  expect(receipt).toMatchObject({
    status: 'failed',
    retryable: true,
    message: expect.stringContaining('already running'),
  })
  expect(asked()).toBe(1)
})

test('that two asked at once is such a receipt too', async () => {
  const answer = { kind: 'status', status: 409, message: 'The workflow run is already running' } as const
  place.fake.faults.add({ method: 'POST', path: /rerun$/, answer })
  expect(await rerun(jobOf())).toMatchObject({ status: 'failed', retryable: true })
})

test('a job of a run that is too old cannot run again, and no later run can', async () => {
  const receipt = await rerun(jobOf({ createdAt: '2026-09-30T00:00:00Z' }))
  expect(receipt).toMatchObject({ status: 'failed', retryable: false, message: expect.stringContaining('30 days') })
})

test('a refusal names the line that is missing', async () => {
  expect(await rerun(jobOf(), { actions: 'read' })).toMatchObject({ status: 'refused', permission: 'actions: write' })
})

test('a job that is gone is a receipt', async () => {
  expect(await rerun(404)).toMatchObject({ status: 'failed', retryable: false })
})

test.each([
  { kind: 'status', status: 502 },
  { kind: 'drop', moment: 'after-effect' },
] as const)('an answer that is lost ($kind) is not asked for twice', async (answer) => {
  place.fake.faults.add({ method: 'POST', path: /rerun$/, answer })
  expect(await rerun(jobOf())).toMatchObject({ status: 'failed', retryable: true })
  expect(asked()).toBe(1)
})
