import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, PlatformError, ReportError, toProblem } from '../../src/model/errors.js'

describe('errors as values', () => {
  test('keep place and remedy, as whole sentences', () => {
    const report = new ReportError('the element <line> is never closed', {
      path: 'coverage.xml',
      line: 7,
      remedy: 'write it again',
    })
    expect(toProblem(report)).toEqual({
      kind: 'report',
      message: 'The element <line> is never closed.',
      path: 'coverage.xml',
      line: 7,
      remedy: 'Write it again.',
    })
    expect(toProblem(new ConfigurationError('Wrong.', { remedy: '`a` or `b`' }))).toMatchObject({
      message: 'Wrong.',
      remedy: '`a` or `b`.',
      path: null,
    })
  })

  test('a message that starts with a file name keeps it', () => {
    expect(toProblem(new PlatformError('lcov.info cannot be read'))?.message).toBe('lcov.info cannot be read.')
  })

  test('anything else is a bug', () => {
    expect(toProblem(new TypeError('x is undefined'))).toBeNull()
    expect(toProblem('text')).toBeNull()
  })
})
