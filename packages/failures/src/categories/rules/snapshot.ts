import type { CategoryRule } from '../category.js'

export const snapshot: CategoryRule = {
  id: 'snapshot',
  title: 'Snapshot mismatch',
  priority: 'low',
  minutes: 10,
  origin: 'code',
  advice:
    'Look at the difference: when it is meant, update the snapshot in the same change; when it is not, mend the code.',
  patterns: [
    'does not match stored snapshot',
    'toMatchSnapshot',
    'toMatchInlineSnapshot',
    'toMatchFileSnapshot',
    'toThrowErrorMatchingSnapshot',
    'toHaveScreenshot',
    'Snapshot * mismatched',
    'snapshot assertion for',
    'Snapshots do not match',
    'received value does not match snapshot',
    'New snapshot was not written',
    'pixels * are different',
    'does not match the snapshot',
  ],
  examples: [
    'Error: expect(received).toMatchSnapshot()',
    'Error: Snapshot `renders 1` mismatched',
    "snapshot assertion for 'renders' failed in line 12",
    'Error: expect(page).toHaveScreenshot(expected)',
  ],
  counterexamples: ['AssertionError: the snapshot of the volume is missing', 'expected snapshots to have length 2'],
}
