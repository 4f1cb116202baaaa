import { expect, test } from '@jest/globals'
import { flakyConfig } from '../../src/config.js'

const { quarantine, 'failure-rules': failureRules } = flakyConfig
const ENTRY = { test: 'test_x', reason: 'timing', owner: 'acme/pay', since: '2026-01-01' }

test('an entry lasts for 14 days unless it says otherwise', () => {
  expect(quarantine.parse([ENTRY, { ...ENTRY, expires: '2026-02-01', issue: 471 }])).toEqual({
    ok: true,
    value: [
      { ...ENTRY, issue: null, expires: '2026-01-15', origin: 'config' },
      { ...ENTRY, issue: '471', expires: '2026-02-01', origin: 'config' },
    ],
  })
})

test.each([
  [{ ...ENTRY, owner: '' }, 'The quarantine of test_x lacks `owner`.'],
  [{ ...ENTRY, owner: undefined, reason: undefined }, 'lacks `reason` and `owner`.'],
  [{ ...ENTRY, since: 'yesterday' }, 'lacks `since`.'],
  [{ ...ENTRY, since: '2026-02-30' }, 'lacks `since`.'],
  [{ ...ENTRY, expires: '2025-12-31' }, 'does not say when it ends'],
  [{ ...ENTRY, until: '2026-02-01' }, 'no key until'],
  ['test_x', 'needs keys'],
])('%j is refused', (entry, message) => {
  expect(quarantine.parse([entry])).toMatchObject({
    ok: false,
    fault: { path: ['0'], message: expect.stringContaining(message) },
  })
})

test('a change may take entries out, and add none', () => {
  const parsed = quarantine.parse([ENTRY])
  const own = parsed.ok ? parsed.value : []
  const more = [...own, ...own.map((entry) => ({ ...entry, test: 'test_y' }))]
  const base = { value: own, origin: { kind: 'file', path: 'c.yml', line: 1, at: null } } as const
  expect(quarantine.tighten?.(base, more)).toEqual(own)
  expect(quarantine.tighten?.(base, [])).toEqual([])
})

test('a failure rule whose examples do not hold is refused: they are its tests', () => {
  const rule = {
    id: 'ledger',
    title: 'Ledger locked',
    pattern: 'ledger * is locked',
    advice: 'Close it.',
    examples: ['ledger 7 is locked'],
  }
  expect(failureRules.parse([rule])).toMatchObject({ ok: true })
  expect(failureRules.parse([{ ...rule, examples: ['the ledger is open'] }])).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('example') },
  })
  expect(failureRules.parse([{ ...rule, examples: [] }])).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('no example') },
  })
})
