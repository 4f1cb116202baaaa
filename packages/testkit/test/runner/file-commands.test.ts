import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseKeyValueFile, parsePathFile } from '../../src/runner/file-commands.js'

function entries(text: string) {
  const file = parseKeyValueFile(text)
  return file.ok ? Object.fromEntries(file.entries) : file.message
}

describe('parseKeyValueFile', () => {
  test('reads single lines, of which the value may hold anything', () => {
    expect(entries('a=1\n\nb=x=y<<z\nempty=\n')).toEqual({ a: '1', b: 'x=y<<z', empty: '' })
  })

  test('reads values between delimiters as they are', () => {
    expect(entries('a<<EOF\none\n\nb=2\r\nEOF\nc=3')).toEqual({ a: 'one\n\nb=2\r', c: '3' })
    expect(entries('a<<EOF\nEOF')).toEqual({ a: '' })
  })

  test('says what it cannot read', () => {
    expect(entries('just text')).toBe("Invalid format 'just text'")
    expect(entries('=1')).toContain('the name is empty')
    expect(entries('<<EOF\nEOF')).toContain('the name or the delimiter is empty')
    expect(entries('a<<EOF\nnever ends')).toContain("Matching delimiter not found 'EOF'")
  })

  test('gives back every value that stands between a delimiter it does not contain', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(entries(`a<<ghadelimiter_1\n${value}\nghadelimiter_1\n`)).toEqual({ a: value })
      }),
    )
  })
})

test('parsePathFile takes one folder per line', () => {
  expect(parsePathFile('/a\n\n/b c\n')).toEqual(['/a', '/b c'])
})
