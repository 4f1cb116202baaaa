import { expect, test } from '@jest/globals'
import { inspectionText } from '../src/inspection-text.js'

test('where nothing could be read there is nothing to print, not even an empty line', () => {
  const merged = { coverage: null, 'test-run': null, benchmark: null }
  expect(inspectionText({ reports: [], merged, errors: [] })).toBe('')
})
