import { describe, expect, test } from '@jest/globals'
import { countTests } from '@testwarden/core/model/test-totals'
import { coverageFormats } from '../../src/coverage/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { testRunFormats } from '../../src/test-run/registry.js'
import { readCorpusFile, readCorpusIndex } from '../support/corpus.js'
import { openTestRun } from '../support/open-test-run.js'
import { mustRead, readAll } from '../support/read.js'

const index = readCorpusIndex()
const known = new Set(testRunFormats.map(({ id }) => id))
/** What no reader may make a report of. */
const REJECTED = ['test-run/tap-10-results-after-trailer.tap', 'test-run/hostile-xxe.xml']
/** What says itself that its run broke off. */
const BROKEN_OFF = ['test-run/tap-03-bail-out.tap']

if (index === null) {
  describe('real test results with published totals', () => {
    test.skip('SKIPPED: set TESTWARDEN_CORPUS to the folder of the corpus', () => undefined)
  })
} else {
  const reports = index.filter(({ kind, file }) => kind === 'test-run' && !REJECTED.includes(file))
  const ours = reports.filter(({ format }) => known.has(format))
  const all = [...coverageFormats, ...testRunFormats] as const

  describe('real test results with published totals', () => {
    test.each(ours)('$file gives its published totals, or at least a report', ({ file, format, expected }) => {
      const bytes = readCorpusFile(file)
      const detected = detectFormat<unknown>(bytes, all)
      if (detected.kind !== 'one') throw new Error(`${file} is ${detected.kind}`)
      expect(detected.format.id).toBe(format)
      const { model, partial } = mustRead(readAll(openTestRun(format, file), bytes))
      expect(partial).toBe(BROKEN_OFF.includes(file))
      expect(countTests(model.cases)).toMatchObject(expected ?? {})
    })

    test('every format of the corpus has a reader', () => {
      expect(reports.map(({ format }) => format).filter((format) => !known.has(format))).toEqual([])
    })

    test.each(REJECTED)('%s is refused', (file) => {
      const bytes = readCorpusFile(file)
      const detected = detectFormat(bytes, testRunFormats)
      const result = detected.kind === 'one' ? readAll(openTestRun(detected.format.id, file), bytes) : { ok: false }
      expect(result.ok).toBe(false)
    })
  })
}
