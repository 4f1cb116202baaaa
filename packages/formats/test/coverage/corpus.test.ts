import { describe, expect, test } from '@jest/globals'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { jacocoReader } from '../../src/coverage/jacoco/reader.js'
import { coverageFormats } from '../../src/coverage/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { readCorpusFile, readCorpusIndex } from '../support/corpus.js'
import { openReader } from '../support/open-reader.js'
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
      const { model } = mustRead(readAll(openReader(format, file), bytes))
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
      const warnings = format === undefined ? [] : mustRead(readAll(openReader(format.id, file), bytes)).warnings
      expect(warnings.map((warning) => warning.message).join('\n')).toMatch(message)
    })

    test.each([
      [['a'], [38, 39, 46, 47]],
      [
        ['a', 'b'],
        [38, 39],
      ],
      [['a', 'b', 'c'], []],
    ])('JaCoCo reports %j merged miss lines %j of a constructor, and never more branches than one report has', (names, missed) => {
      const files = names.flatMap((name) => {
        const path = `coverage/jacoco-merge-${name}.xml`
        return mustRead(readAll(jacocoReader({ path }), readCorpusFile(path))).model.files
      })
      const merged = files.reduce(mergeFileCoverage)
      const ofConstructor = [...merged.lines].filter(([line]) => line >= 36 && line <= 48)
      expect(ofConstructor.filter(([, hits]) => hits === 0).map(([line]) => line)).toEqual(missed)
      expect(countCoverage([merged]).branches?.total).toBe(14)
    })

    test.each(others)('$file, which is $format, is not taken for a format of ours', ({ file }) => {
      expect(detectFormat(readCorpusFile(file), coverageFormats)).toEqual({ kind: 'none' })
    })
  })
}
