import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Receipt } from '@testwarden/core/model/change'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'
import type { FaultAnswer } from '@testwarden/testkit/fake-github/faults'
import type { Issue } from '@testwarden/testkit/fake-github/repository'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import fc from 'fast-check'
import { type FakeRepository, openFakeRepository, US } from '../support/fake-repository.js'
import { bundleIncidentWorker } from './support/bundle-worker.js'
import { LABELS, runIncident } from './support/incident-run.js'

/** Five jobs of one run and two runs more. */
const JOBS = 7
const PERMISSIONS = { issues: 'write' } as const

let places: FakeRepository[]

beforeEach(() => {
  places = []
})

afterEach(async () => {
  for (const { fake } of places) await fake.close()
  expect(places.flatMap(({ fake }) => fake.violations)).toEqual([])
})

async function open(): Promise<FakeRepository> {
  const place = await openFakeRepository(() => new Date('2026-11-01T00:00:00Z'))
  place.repository.collaborators.set('ada', 'write')
  places.push(place)
  return place
}

function run(place: FakeRepository) {
  const context = { env: {}, files: new MemoryFiles({}), log: new CapturingLog() }
  return runIncident(place.connect(PERMISSIONS), context)
}

/** Issues that tell of the incident: those that are closed as twins have no marker any more. */
function incidents({ repository }: FakeRepository): readonly Issue[] {
  return [...repository.issues.values()].filter(
    ({ body, state }) => state === 'open' || readMarkedBody(body ?? '') !== null,
  )
}

function numbersOf(receipts: readonly Receipt[]): readonly unknown[] {
  return receipts.map((receipt) => (receipt.status === 'done' ? receipt.id : receipt))
}

describe('many jobs that find the same incident at once', () => {
  test('make one issue, though all of them read the list before anyone has opened one', async () => {
    const place = await open()
    // Longer than all of them take to read the lists before.
    for (let nth = 1; nth <= JOBS; nth++)
      place.fake.faults.add({ method: 'POST', path: /\/issues$/, nth, answer: { kind: 'slow', delayMs: 3000 } })
    const all = await Promise.all(Array.from({ length: JOBS }, () => run(place)))
    expect(place.repository.issues.size).toBe(JOBS)
    const [issue, ...others] = incidents(place)
    expect(others).toEqual([])
    expect(issue).toMatchObject({ number: 1, state: 'open', labels: LABELS, assignees: ['ada'], author: US })
    expect(all.flatMap(({ receipts }) => numbersOf([...receipts.values()]))).toEqual(Array(2 * JOBS).fill(1))
  })

  test('make one issue, however slow each answer is', async () => {
    const delay = fc.record({ delayMs: fc.integer({ min: 0, max: 40 }), isLate: fc.boolean() })
    const delays = fc.array(delay, { minLength: 40, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(delays, delays, async (reads, writes) => {
        const place = await open()
        for (const [method, slow] of [['GET', reads] as const, ['POST', writes] as const, ['PATCH', writes] as const])
          for (const [index, { delayMs, isLate }] of slow.entries()) {
            const moment = isLate ? 'after-effect' : 'before-effect'
            place.fake.faults.add({ method, path: /./, nth: index + 1, answer: { kind: 'slow', delayMs, moment } })
          }
        const all = await Promise.all(Array.from({ length: JOBS }, () => run(place)))
        const [issue, ...others] = incidents(place)
        expect(others).toEqual([])
        const told = all.flatMap(({ receipts }) => numbersOf([...receipts.values()]))
        expect(new Set(told)).toEqual(new Set([issue?.number]))
      }),
      { numRuns: 8 },
    )
  })

  test('in processes of their own make one issue', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'testwarden-incident-'))
    try {
      const worker = bundleIncidentWorker(folder)
      const place = await open()
      for (let nth = 1; nth <= JOBS; nth++)
        place.fake.faults.add({ method: 'POST', path: /\/issues$/, nth, answer: { kind: 'slow', delayMs: 3000 } })
      place.fake.tokens.set('job', { login: US, permissions: PERMISSIONS })
      const start = () => promisify(execFile)(process.execPath, [worker, place.fake.url, 'job'])
      const all = await Promise.all(Array.from({ length: JOBS }, start))
      expect(incidents(place)).toMatchObject([{ number: 1, state: 'open' }])
      const told = all.flatMap(({ stdout }) => numbersOf(JSON.parse(stdout)))
      expect(new Set(told)).toEqual(new Set([1]))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const FAULTS: Readonly<Record<string, FaultAnswer>> = {
  'a server error': { kind: 'status', status: 500 },
  'too many requests': { kind: 'status', status: 403, message: 'secondary rate limit', retryAfterSeconds: 0 },
  'an hour to wait': { kind: 'status', status: 429, retryAfterSeconds: 3600 },
  'a refusal': { kind: 'status', status: 422, message: 'Validation Failed' },
  'a broken connection': { kind: 'drop', moment: 'before-effect' },
  'a lost answer': { kind: 'drop', moment: 'after-effect' },
}

describe('whatever GitHub answers in the middle of a run', () => {
  test.each(Object.entries(FAULTS))('%s leaves a state that the next run repairs', async (_, answer) => {
    const clean = await open()
    await run(clean)
    const methods = clean.fake.requests.map(({ method }) => method)
    expect(methods.length).toBeGreaterThan(8)
    await Promise.all(methods.map((_method, index) => breakAt(methods, index, answer)))
  })

  /** Breaks one request of the first run; the second one must leave nothing for a third to do. */
  async function breakAt(methods: readonly string[], index: number, answer: FaultAnswer): Promise<void> {
    const place = await open()
    const method = methods[index] ?? ''
    const nth = methods.slice(0, index + 1).filter((each) => each === method).length
    place.fake.faults.add({ method, path: /./, nth, answer })
    await run(place)
    expect(incidents(place).length).toBeLessThanOrEqual(1)
    place.fake.faults.clear()
    await run(place)
    const labels = expect.arrayContaining(LABELS)
    expect(incidents(place)).toMatchObject([{ state: 'open', labels, assignees: ['ada'] }])
    expect([...place.repository.comments.values()]).toHaveLength(1)
    expect((await run(place)).changes).toEqual([])
  }
})

test('an issue whose label somebody took away is no reason for another one, and gets it back', async () => {
  const place = await open()
  await run(place)
  const [issue] = incidents(place)
  if (issue !== undefined) issue.labels = ['critical', 'hers']
  await run(place)
  expect(incidents(place)).toMatchObject([{ number: 1, labels: ['critical', 'hers', 'testwarden-incident'] }])
  expect([...place.repository.comments.values()]).toHaveLength(1)
  expect((await run(place)).changes).toEqual([])
})

test('twins that both stay open are found by the next run, which closes the younger one', async () => {
  const place = await open()
  for (const nth of [1, 2])
    place.fake.faults.add({ method: 'POST', path: /\/issues$/, nth, answer: { kind: 'slow', delayMs: 1500 } })
  place.fake.faults.add({ method: 'PATCH', path: /./, answer: { kind: 'status', status: 500 } })
  await Promise.all([run(place), run(place)])
  expect(incidents(place)).toHaveLength(2)
  await run(place)
  expect(incidents(place)).toMatchObject([{ number: 1, state: 'open' }])
})
