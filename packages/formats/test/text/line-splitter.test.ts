import { expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import fc from 'fast-check'
import { LineSplitter } from '../../src/text/line-splitter.js'

function split(text: string, portion: number, longLines: 'refuse' | 'cut' = 'refuse', maxCharacters = 1000): string[] {
  const found: string[] = []
  const sink = {
    line: (source: string, start: number, end: number, line: number) =>
      found.push(`${line}:${source.slice(start, end)}`),
  }
  const splitter = new LineSplitter(sink, { path: 'r.info', maxCharacters, longLines })
  for (let at = 0; at < text.length; at += portion) splitter.write(text.slice(at, at + portion))
  splitter.end()
  return found
}

test('lines are numbered and lose their ends', () => {
  expect(split('a\nb\r\n\n\r\nc', 3)).toEqual(['1:a', '2:b', '3:', '4:', '5:c'])
})

test('portions of any size give the same lines', () => {
  const textArb = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(textArb, fc.integer({ min: 1, max: 5 }), (text, portion) => {
      expect(split(text, portion)).toEqual(split(text, text.length + 1))
      expect(split(text, portion, 'cut', 2)).toEqual(split(text, text.length + 1, 'cut', 2))
    }),
  )
})

test('a line beyond the limit is refused with its number, in whatever portions it comes', () => {
  for (const portion of [1, 4, 100])
    expect(() => split(`a\n${'x'.repeat(11)}\n`, portion, 'refuse', 10)).toThrow(
      expect.objectContaining({ line: 2, path: 'r.info', message: 'line 2 is longer than 10 characters' }),
    )
  expect(split(`a\n${'x'.repeat(10)}\r\n`, 3, 'refuse', 10)).toHaveLength(2)
})

test('a line beyond the limit may be cut instead, and the next one is whole', () => {
  for (const portion of [1, 7, 100])
    expect(split(`${'x'.repeat(30)}\nnext\n`, portion, 'cut', 10)).toEqual([`1:${'x'.repeat(10)}`, '2:next'])
})

test('100 MB in one line end early and are never held', () => {
  const splitter = new LineSplitter(
    { line: () => undefined },
    { path: 'r.info', maxCharacters: 2 ** 20, longLines: 'refuse' },
  )
  const block = 'x'.repeat(64 * 1024)
  let written = 0
  const pump = () => {
    for (; written < 100e6; written += block.length) splitter.write(block)
  }
  expect(pump).toThrow(ReportError)
  expect(written).toBeLessThan(2 ** 21)
})
