import { describe, expect, test } from '@jest/globals'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { coverageFormats } from '../../src/coverage/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { readCorpusFile, readCorpusIndex } from '../support/corpus.js'
import { mustRead, readAll } from '../support/read.js'

const index = readCorpusIndex()
const known = new Set(coverageFormats.map(({ id }) => id))

if (index === null) {
  describe('real reports with published totals', () => {
    test.skip('SKIPPED: set TESTWARDEN_CORPUS to the folder of the corpus', () => undefined)
  })
} else {
  const reports = index.filter(({ kind, format }) => kind === 'coverage' && known.has(format))
  const others = index.filter(({ format }) => !known.has(format))

  describe('real reports with published totals', () => {
    test.each(reports)('$file gives its published totals, or at least a report', ({ file, format, expected }) => {
      const bytes = readCorpusFile(file)
      const detected = detectFormat(bytes, coverageFormats)
      if (detected.kind !== 'one') throw new Error(`${file} is ${detected.kind}`)
      expect(detected.format.id).toBe(format)
      const { model } = mustRead(readAll(detected.format.reader({ path: file }), bytes))
      expect(countCoverage(model.files)).toMatchObject(expected ?? {})
      expect(model.files.length).toBeGreaterThan(0)
    })

    test.each([
      ['coverage/cobertura-missing-condition-coverage.xml', /does not say how many/],
      ['coverage/cobertura-counter-aggregation.xml', /names no file/],
      ['coverage/cobertura-same-filename.xml', /declares lines 12\/12, but lists 1\/2/],
      ['coverage/lcov-large-hit-counts.info', /no LCOV record/],
    ])('%s warns of what is odd about it', (file, message) => {
      const bytes = readCorpusFile(file)
      const [format] = coverageFormats.filter((candidate) => candidate.detect(bytes))
      const warnings = format === undefined ? [] : mustRead(readAll(format.reader({ path: file }), bytes)).warnings
      expect(warnings.map((warning) => warning.message).join('\n')).toMatch(message)
    })

    test.each(others)('$file, which is $format, is not taken for a format of ours', ({ file }) => {
      expect(detectFormat(readCorpusFile(file), coverageFormats)).toEqual({ kind: 'none' })
    })
  })
}
