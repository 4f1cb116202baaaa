import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { IssueMarker } from '../../src/model/issue.js'
import {
  isSameSubject,
  keyPrefixOf,
  markedBody,
  readDamagedBody,
  readMarkedBody,
  textDigest,
  textOfBody,
} from '../../src/render/issue-marker.js'

const MARKER: IssueMarker = {
  action: 'flaky-detector',
  keys: ['a1', 'b2'],
  state: 'flaky',
  about: ['0f:1e', '2d:3c'],
  run: '4711',
}

describe('a marker', () => {
  test('is read as it was written, from one line that Markdown does not show', () => {
    const body = markedBody(MARKER, 'It fails.')
    expect(body.split('\n')[0]).toMatch(/^<!-- .* -->$/)
    expect(readMarkedBody(body)).toEqual({ marker: MARKER, digest: textDigest('It fails.') })
  })

  test('is the same after GitHub gave the text other line ends', () => {
    const body = markedBody(MARKER, 'One.\n\nTwo.')
    expect(readMarkedBody(body.replaceAll('\n', '\r\n'))).toEqual(readMarkedBody(body))
  })

  test('counts on the first line only, so that a quote of an issue is none', () => {
    expect(readMarkedBody(`> ${markedBody(MARKER, 'x')}`)).toBeNull()
    expect(readMarkedBody(`See:\n${markedBody(MARKER, 'x')}`)).toBeNull()
  })

  test.each([
    ['a key', 'a1', 'a2'],
    ['the state', 'state=flaky', 'state=broken'],
    ['the run', 'run=4711', 'run=1'],
  ])('with %s changed by hand is none', (_, from, to) => {
    expect(readMarkedBody(markedBody(MARKER, 'x').replace(from, to))).toBeNull()
  })

  test('holds ids only: no text can end the line or become a field', () => {
    const words = fc.array(fc.string(), { maxLength: 5 })
    fc.assert(
      fc.property(words, words, fc.string(), (keys, about, run) => {
        const body = markedBody({ ...MARKER, keys, about, run }, 'x')
        const [line = '', ...rest] = body.split('\n')
        expect(line.slice(4, -3)).not.toMatch(/--|[<>]/)
        expect(rest).toEqual(['', 'x', ''])
        expect(readMarkedBody(body)?.marker.action).toBe('flaky-detector')
      }),
    )
  })

  test('is bounded, and a hostile line is read in no time', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `k${index}`)
    expect(markedBody({ ...MARKER, keys: many, about: many }, 'x').length).toBeLessThan(10_000)
    expect(readMarkedBody(`<!-- testwarden-issue:a state=a run= keys=${'a,'.repeat(1_000_000)} -->`)).toBeNull()
  })
})

test('issues are about the same when they share a key and an action', () => {
  expect(isSameSubject(MARKER, { ...MARKER, keys: ['b2', 'c3'] })).toBe(true)
  expect(isSameSubject(MARKER, { ...MARKER, keys: ['c3'] })).toBe(false)
  expect(isSameSubject(MARKER, { ...MARKER, action: 'incident-escalator' })).toBe(false)
})

test('an edit of the text shows in its digest', () => {
  const body = markedBody(MARKER, 'It fails.')
  expect(readMarkedBody(body.replace('fails', 'failed'))?.digest).not.toBe(readMarkedBody(body)?.digest)
})

test('the text of an issue is what stands below its marker, or everything', () => {
  const body = markedBody(MARKER, 'One.\n\nTwo.').replaceAll('\n', '\r\n')
  expect(textOfBody(body)).toBe('One.\n\nTwo.')
  expect(textOfBody(`x${body}`)).toBe(`x${body}`.replaceAll('\r\n', '\n').trim())
  expect(textOfBody(body.split('\r\n')[0] ?? '')).toBe('')
})

describe('a damaged marker', () => {
  const [one, two] = [`inc-${'0'.repeat(32)}`, `inc-${'f'.repeat(32)}`]
  const kind = { action: 'incident-escalator', keyPrefix: 'inc-' }
  const keysOf = (body: string) => readDamagedBody(body, kind)?.marker.keys

  test('is known by the keys that stand in the text, each once', () => {
    const body = `main is broken (\`${one}\`)\n<!-- keys=${two},${one} -->`
    expect(readDamagedBody(body, kind)).toEqual({
      marker: { action: 'incident-escalator', keys: [one, two], state: 'open', about: [], run: '' },
      digest: textDigest(body),
    })
  })

  test.each([
    ['another prefix', one.replace('inc', 'flaky')],
    ['a longer word', `${one}0`],
    ['a word before it', `x${one}`],
    ['a shorter one', one.slice(0, -1)],
    ['large letters', two.toUpperCase()],
    ['one that stands too far behind', `${' '.repeat(20_000)}${one}`],
  ])('is none of %s', (_name, body) => {
    expect(keysOf(body)).toBeUndefined()
  })

  test('has at most a hundred keys, and a hostile body is read in no time', () => {
    const many = Array.from({ length: 300 }, (_, index) => `inc-${String(index).padStart(32, '0')}`)
    expect(keysOf(many.join(' '))).toHaveLength(100)
    expect(keysOf('a'.repeat(1_000_000))).toBeUndefined()
    expect(keysOf('inc-'.repeat(1_000_000))).toBeUndefined()
  })

  test('has keys that begin alike', () => {
    expect(keyPrefixOf(one)).toBe('inc-')
    for (const key of ['', '0'.repeat(32), `INC-${'0'.repeat(32)}`, `${one}0`]) expect(keyPrefixOf(key)).toBeNull()
  })
})
