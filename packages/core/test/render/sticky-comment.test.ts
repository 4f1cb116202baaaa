import { expect, test } from '@jest/globals'
import { isStickyComment, stickyMarker } from '../../src/render/sticky-comment.js'

test('a comment is known again by its first line', () => {
  expect(isStickyComment(`${stickyMarker('gates')}\n## x`, 'gates')).toBe(true)
  expect(isStickyComment(`${stickyMarker('gates')}\r\n## x`, 'gates')).toBe(true)
  expect(isStickyComment(`${stickyMarker('gates')}\n## x`, 'coverage-gate')).toBe(false)
  expect(isStickyComment(`> ${stickyMarker('gates')}\n## x`, 'gates')).toBe(false)
})

test('no key can close the marker', () => {
  expect(stickyMarker('a --> <b>')).toBe('<!-- testwarden:a-b- -->')
})
