import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LineSplitter } from '../../src/runner/line-splitter.js'

function split(chunks: readonly Buffer[]): readonly string[] {
  const lines: string[] = []
  const splitter = new LineSplitter((line) => lines.push(line))
  for (const chunk of chunks) splitter.write(chunk)
  splitter.end()
  return lines
}

test('a lone carriage return ends a line, as the runner has it', () => {
  expect(split([Buffer.from('a\rb\r\nc\n\nd')])).toEqual(['a', 'b', 'c', '', 'd'])
})

test('portions do not change the lines, wherever they are cut', () => {
  const text = fc
    .array(fc.constantFrom('a', '\r', '\n', '\r\n', 'é', '💥'), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 4 }), (whole, size) => {
      const bytes = Buffer.from(whole)
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      )
      expect(split(chunks)).toEqual(split([bytes]))
    }),
  )
})
