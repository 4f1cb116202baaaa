import { camelCase } from '../names.mjs'

/**
 * Behaviour of the format itself; what all formats must do is asked by the contract tests.
 * @param {import('./format-file.mjs').FormatNames} names
 */
export function readerTest({ kind, id, displayName }) {
  const format = camelCase(id)
  const { imports, shortest, reads } = BEHAVIOUR[kind]
  return `import { describe, expect, test } from '@jest/globals'
import { ${format}Reader } from '../../src/${kind}/${id}/reader.js'
import { ${format} } from '../../src/${kind}/${id}.js'
${imports}import { bytesOf, mustRead, readAll } from '../support/read.js'

/** Fill in: ${shortest} */
const SHORTEST = 'fill in: a report'

const read = (text: string) => mustRead(readAll(${format}Reader({ path: 'report' }), text))

describe('a report of ${displayName}', () => {
  test('is known by its head', () => {
    expect({ detected: ${format}.detect(bytesOf(SHORTEST)), of: SHORTEST }).toEqual({ detected: true, of: SHORTEST })
  })

${reads}
})
`
}

/** By kind: what the test needs, the report that it begins with, and what that must give. */
const BEHAVIOUR = {
  benchmark: {
    imports: "import { metricLine } from '../support/open-benchmarks.js'\n",
    shortest: 'the shortest report of a benchmark `fib` that took 2 ns in one process and 3 ns in another.',
    reads: `  test('gives its benchmarks by process', () => {
    expect(read(SHORTEST).model.metrics.map(metricLine)).toEqual(['fib > time, lower is better: 2 | 3 ns'])
  })`,
  },
  coverage: {
    imports: '',
    shortest: 'the shortest report that lists one file `a` whose line 1 ran twice and whose line 2 did not.',
    reads: `  test('gives the lines of its files with their hits', () => {
    const files = read(SHORTEST).model.files.map(({ path, lines }) => [path, ...lines])
    expect(files).toEqual([['a', [1, 2], [2, 0]]])
  })`,
  },
  'test-run': {
    imports: "import { caseLine } from '../support/open-test-run.js'\n",
    shortest:
      'the shortest report of a suite `s` whose test `adds` passed and whose test `divides` failed with `by zero`.',
    reads: `  test('gives its tests with what became of them', () => {
    expect([...read(SHORTEST).model.cases].map(caseLine)).toEqual(['P s > adds', 'F s > divides -: by zero'])
  })`,
  },
}
