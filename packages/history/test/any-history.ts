import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import fc from 'fast-check'

const LAST = Date.parse('2026-06-15T00:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000

/** Up to forty records of few jobs and branches over twelve years, with times that often meet. */
export const anyHistory: fc.Arbitrary<HistoryRecord[]> = fc
  .array(
    fc.record({
      ageHours: fc.oneof(fc.nat({ max: 24 * 10 }), fc.nat({ max: 24 * 365 * 12 })),
      job: fc.constantFrom('test', 'lint'),
      branch: fc.constantFrom('main', 'v1', null),
      trust: fc.constantFrom('default-branch', 'pull-request', 'fork'),
      body: fc.jsonValue({ maxDepth: 1 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ ageHours, job, ...rest }, run) => {
      const time = new Date(LAST - (ageHours / 24) * DAY_MS).toISOString()
      return sampleRecord({ ...rest, time, key: { ...sampleRecord().key, job, run: String(run) } })
    }),
  )
