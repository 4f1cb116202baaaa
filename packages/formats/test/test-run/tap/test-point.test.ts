import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPoint } from '../../../src/test-run/tap/test-point.js'

describe('a result of TAP', () => {
  test.each([
    ['ok', { isOk: true, number: null, name: '', directive: null }],
    ['ok 1', { number: 1, name: '' }],
    ['not ok 12 - adds', { isOk: false, number: 12, name: 'adds' }],
    ['ok 2-adds', { number: 2, name: 'adds' }],
    ['ok-adds', { number: null, name: 'adds' }],
    ['ok adds', { number: null, name: 'adds' }],
    ['ok 3 12 monkeys', { number: 3, name: '12 monkeys' }],
    ['ok 12monkeys', { number: null, name: '12monkeys' }],
    ['ok 4 - issue #12 is closed', { name: 'issue #12 is closed', directive: null }],
    ['ok 5 - # SKIP no disk', { name: '', directive: 'skip' }],
    ['ok 6 # skipped', { name: '', directive: 'skip' }],
    ['ok 7 rounds # ToDo later', { name: 'rounds', directive: 'todo' }],
    ['ok 8 rounds # TODO: later', { name: 'rounds', directive: 'todo' }],
    ['ok 9 # todos are listed', { name: '# todos are listed', directive: null }],
    ['ok 10 - says \\# TODO \\\\', { name: 'says # TODO \\', directive: null }],
    ['ok 11 - a # SKIP for # TODO reasons', { name: 'a', directive: 'skip' }],
    ['ok 12 - outer # time=12.5ms {', { name: 'outer', durationUs: 12_500, isBraced: true }],
    ['ok 13 - slow # time=2s', { name: 'slow', durationUs: 2_000_000 }],
    ['ok 14 - both # SKIP why # time=1ms', { name: 'both', directive: 'skip' }],
  ])('%j is read', (line, expected) => {
    expect(readPoint(line, true)).toMatchObject(expected)
  })

  test.each([
    'okay',
    'ok, then',
    'ok: done',
    'not  ok 1',
    'OK 1',
    'not okay',
    'ok/path',
    ' ok 1',
  ])('%j is none', (line) => {
    expect(readPoint(line, true)).toBeNull()
  })

  test('has a time behind its name only where the stream has no version, as bats writes it', () => {
    expect(readPoint('ok 1 adds in 12ms', false)).toMatchObject({ name: 'adds', durationUs: 12_000 })
    expect(readPoint('ok 1 adds in 3sec', false)).toMatchObject({ name: 'adds', durationUs: 3_000_000 })
    expect(readPoint('ok 1 answers in 12ms', true)).toMatchObject({ name: 'answers in 12ms', durationUs: null })
  })

  test('gives back any name that a writer has escaped', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/[\s{]+/g, ' ').trim())
    fc.assert(
      fc.property(
        name.filter((text) => text !== '' && !text.startsWith('-')),
        (text) => {
          const escaped = text.replace(/[\\#]/g, '\\$&')
          expect(readPoint(`ok 1 - ${escaped}`, true)).toMatchObject({ name: text, directive: null })
        },
      ),
    )
  })

  test('reads a line that is only made of signs as a point', () => {
    for (const sign of ['#', ' #', '# skip', '\\', '-', ' ']) {
      expect(readPoint(`ok 1 ${sign.repeat(200_000)}`, true)).toMatchObject({ isOk: true, number: 1 })
    }
  })
})
