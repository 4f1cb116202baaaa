import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type FakeRepository, openFakeRepository } from '../support/fake-repository.js'

let place: FakeRepository

beforeEach(async () => {
  place = await openFakeRepository(() => new Date('2026-11-01T00:00:00Z'))
})

afterEach(async () => {
  await place.fake.close()
  expect(place.fake.violations).toEqual([])
})

const WRITES = { issues: 'write' } as const

test('a label that is missing is made once, in the colour of its severity', async () => {
  const github = place.connect(WRITES)
  expect(await github.ensureLabel('severity: critical')).toBe(true)
  expect(await github.ensureLabel('severity: critical')).toBe(true)
  expect(await github.ensureLabel('incident/highway')).toBe(true)
  expect([...place.repository.labels.values()]).toEqual([
    { name: 'severity: critical', color: 'b60205' },
    { name: 'incident/highway', color: '5319e7' },
  ])
  expect(place.fake.requests).toHaveLength(4)
})

test('a label that people have made stays as it is', async () => {
  place.repository.labels.set('incident', { name: 'Incident', color: '00ff00' })
  expect(await place.connect(WRITES).ensureLabel('incident')).toBe(true)
  expect([...place.repository.labels.values()]).toEqual([{ name: 'Incident', color: '00ff00' }])
})

test('of two runs that make a label at once both have it', async () => {
  for (const nth of [1, 2])
    place.fake.faults.add({ method: 'POST', path: /labels$/, nth, answer: { kind: 'slow', delayMs: 300 } })
  const both = [place.connect(WRITES), place.connect(WRITES)].map((github) => github.ensureLabel('incident'))
  expect(await Promise.all(both)).toEqual([true, true])
  expect(place.fake.requests.map(({ status }) => status).sort()).toEqual([200, 201, 404, 404, 422])
})

test('a label that the token may not make, or that GitHub does not take, is not there', async () => {
  expect(await place.connect({ issues: 'read' }).ensureLabel('incident')).toBe(false)
  const answer = { kind: 'status', status: 422, message: 'Validation Failed' } as const
  place.fake.faults.add({ method: 'POST', path: /labels$/, answer })
  expect(await place.connect(WRITES).ensureLabel('x'.repeat(60))).toBe(false)
})

test('people who work here can be assigned, and only they', async () => {
  place.repository.collaborators.set('ada', 'triage')
  const github = place.connect(WRITES)
  expect([await github.mayBeAssigned('ada'), await github.mayBeAssigned('mallory')]).toEqual([true, false])
})
