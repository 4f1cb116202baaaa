import { describe, expect, test } from '@jest/globals'
import { countBenchmarks } from '@testwarden/core/model/benchmark-totals'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import { coverageFormats } from '../../src/coverage/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { testRunFormats } from '../../src/test-run/registry.js'
import { readCorpusFile, readCorpusIndex } from '../support/corpus.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { mustRead, readAll } from '../support/read.js'

const index = readCorpusIndex()
const known = new Set(benchmarkFormats.map(({ id }) => id))
/** Which of the two it is stands on the command line of the tool that reads it, not in the file. */
const WITHOUT_DIRECTION = new Set(['custom-bigger', 'custom-smaller'])
/** Benchmarks, metrics and samples that people count in the file. */
const COUNTED: Readonly<Record<string, readonly [number, number, number]>> = {
  'benchmark/benchmarkjs_output.txt': [3, 3, 3],
  'benchmark/cargo_output.txt': [2, 2, 2],
  'benchmark/cargo_output_units.txt': [5, 5, 5],
  'benchmark/catch2_output_v3.txt': [4, 4, 4],
  'benchmark/criterion_output.txt': [4, 4, 4],
  'benchmark/benchmarkdotnet.json': [2, 2, 27],
  'benchmark/customBiggerIsBetter_output.json': [2, 2, 2],
  'benchmark/customSmallerIsBetter_output.json': [2, 2, 2],
  'benchmark/googlecpp_output.json': [2, 4, 4],
  'benchmark/jmh_output.json': [1, 1, 3],
  'benchmark/jmh_output_2.json': [1, 1, 3],
  'benchmark/go_output.txt': [8, 10, 10],
  'benchmark/go_fiber_duplicate_names_output.txt': [4, 16, 16],
  'benchmark/julia_output.json': [2, 6, 6],
  'benchmark/pytest_output.json': [2, 2, 8],
  'benchmark/pytest_several_units.json': [4, 4, 17],
  'benchmark/pytest-storage-1.json': [1, 1, 1],
  'benchmark/pytest-storage-2.json': [1, 1, 1],
}

if (index === null) {
  describe('real reports of benchmarks', () => {
    test.skip('SKIPPED: set TESTWARDEN_CORPUS to the folder of the corpus', () => undefined)
  })
} else {
  const reports = index.filter(({ kind }) => kind === 'benchmark').map(withOurWord)
  const all = [...benchmarkFormats, ...coverageFormats, ...testRunFormats] as const

  describe('real reports of benchmarks', () => {
    test.each(reports.filter(({ format }) => known.has(format)))('$file is read as it stands', ({ file, format }) => {
      const bytes = readCorpusFile(file)
      const detected = detectFormat<unknown>(bytes, all)
      if (detected.kind !== 'one') throw new Error(`${file} is ${detected.kind}`)
      expect(detected.format.id).toBe(format)
      const { model, partial } = mustRead(readAll(openBenchmarks(format, file), bytes))
      expect(partial).toBe(false)
      const { benchmarks, metrics, samples } = countBenchmarks(model.metrics)
      expect([file, benchmarks, metrics, samples]).toEqual([file, ...(COUNTED[file] ?? [])])
    })

    test('every format of the corpus has a reader', () => {
      expect(reports.map(({ format }) => format).filter((format) => !known.has(format))).toEqual([])
    })
  })
}

function withOurWord<Entry extends { readonly format: string }>(entry: Entry): Entry {
  return WITHOUT_DIRECTION.has(entry.format) ? { ...entry, format: 'custom-json' } : entry
}
