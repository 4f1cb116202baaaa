import { describe, expect, test } from '@jest/globals'
import { createRedactor } from '@testwarden/core/render/redact'
import { fileData } from '../../src/coverage/file-data.js'
import { range, viewFile } from './kit.js'

const asIs = (text: string) => text
const text = (source: string) => ({ kind: 'text', text: source }) as const

describe('one file of the page', () => {
  test('says its numbers, and says nothing of kinds that its reports do not count', () => {
    const file = viewFile('a.ts', { change: { lines: [range(4)], count: { covered: 0, total: 1 } } })
    expect(fileData(file, text('1\n2\n3\n4\n'), asIs)).toMatchObject({
      facts: ['New lines: 0 of 1 (0 %)', 'Lines: 3 of 4 (75.0 %)'],
      covered: [1, 3],
      missed: [4, 4],
      changed: [4, 4],
      source: '1\n2\n3\n4',
      remarks: [],
    })
  })

  test('tells in words which branches were never taken and what nothing calls', () => {
    const file = viewFile('a.ts', {
      partial: [
        { line: 3, branches: { covered: 1, total: 3 }, untaken: ['else', 'default'] },
        { line: 2, branches: { covered: 1, total: 2 }, untaken: [] },
      ],
      uncalled: [{ name: 'refund', line: 4 }],
    })
    expect(fileData(file, text(''), asIs).notes).toEqual([
      [2, '1 of 2 branches taken; the report does not say which are missing'],
      [3, '1 of 3 branches taken; never: else, default'],
      [4, 'nothing calls the function refund'],
    ])
  })

  test('a source that is not there is said, and so is one of another version', () => {
    const gone = fileData(viewFile('a.ts'), { kind: 'left-out', reason: 'there is no such file here' }, asIs)
    expect(gone).toMatchObject({ source: null, remarks: ['The source is not shown: there is no such file here.'] })
    const [remark] = fileData(viewFile('a.ts'), text('one\r\ntwo\r\n'), asIs).remarks
    expect(remark).toBe(
      'The reports speak of line 4, but this file has 2 lines: it is not the version that was tested.',
    )
  })

  test('secrets of the source are masked, and lines keep their numbers or are not shown', () => {
    const redact = createRedactor(['ACME-*'])
    expect(fileData(viewFile('a.ts'), text('a\nkey = ACME-1234\nc\nd'), redact).source).toBe(
      'a\nkey = [redacted]\nc\nd',
    )
    const key = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n'
    expect(fileData(viewFile('a.ts'), text(key), redact)).toMatchObject({
      source: null,
      remarks: ['The source is not shown: it holds a private key.'],
    })
  })

  test('shows what nobody would see, so that code cannot look like other code', () => {
    expect(fileData(viewFile('a\u202e.ts'), text('if (admin\u202e) {'), asIs)).toMatchObject({
      path: 'a\\u{202e}.ts',
      source: 'if (admin\\u{202e}) {',
    })
  })

  test('says how much was left out of a line with countless branches, and of countless ranges', () => {
    const untaken = [...Array(20).keys()].map((arm) => `arm ${arm}`)
    const partial = [{ line: 1, branches: { covered: 0, total: 20 }, untaken }]
    expect(fileData(viewFile('a.ts', { partial }), text('x'), asIs).notes[0]?.[1]).toMatch(/arm 7 and 12 more$/)
    const missed = [...Array(20_001).keys()].map((line) => range(2 * line + 1))
    expect(fileData(viewFile('a.ts', { missed }), { kind: 'left-out', reason: 'r' }, asIs).remarks).toContain(
      'Only the first 20,000 ranges of lines are shown.',
    )
  })
})
