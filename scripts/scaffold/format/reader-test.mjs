import { camelCase } from '../names.mjs'

/**
 * Behaviour of the format itself; what all formats must do is asked by the contract tests.
 * @param {import('./reader.mjs').FormatNames} names
 */
export function readerTest({ id, displayName }) {
  const format = camelCase(id)
  return `import { describe, expect, test } from '@jest/globals'
import { ${format}Reader } from '../../src/coverage/${id}/reader.js'
import { ${format} } from '../../src/coverage/${id}.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

/** Fill in: the shortest report that lists one file \`a\` whose line 1 ran twice and whose line 2 did not. */
const SHORTEST = 'fill in: a report'

const read = (text: string) => mustRead(readAll(${format}Reader({ path: 'report' }), text))

describe('a report of ${displayName}', () => {
  test('is known by its head', () => {
    expect({ detected: ${format}.detect(bytesOf(SHORTEST)), of: SHORTEST }).toEqual({ detected: true, of: SHORTEST })
  })

  test('gives the lines of its files with their hits', () => {
    const files = read(SHORTEST).model.files.map(({ path, lines }) => [path, ...lines])
    expect(files).toEqual([['a', [1, 2], [2, 0]]])
  })
})
`
}
