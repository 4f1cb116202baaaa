import { describe, expect, test } from '@jest/globals'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { ParseResult } from '@testwarden/core/model/result'
import fc from 'fast-check'
import { criterion } from '../../src/benchmark/criterion.js'
import { detectFormat } from '../../src/detect-format.js'
import { fixturesOf, readFixture } from '../support/fixtures.js'
import { openBenchmarks } from '../support/open-benchmarks.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const ID = '{"group_id":"fill","function_id":"a","value_str":null,"full_id":"fill/a","title":"fill/a"}'
const SAMPLE = '{"sampling_mode":"Linear","iters":[1.0,2.0,4.0],"times":[10.0,24.0,36.0]}'
const ESTIMATES = `{"mean":${estimate(11)},"median":${estimate(10)},"std_dev":${estimate(1.5)},"slope":null}`

function estimate(value: number): string {
  return `{"confidence_interval":{"confidence_level":0.95},"point_estimate":${value},"standard_error":1}`
}

function readFiles(files: Readonly<Record<string, string>>): ParseResult<BenchmarkReport> {
  const reader = openBenchmarks('criterion', 'target/criterion')
  const parts = new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]))
  return readFixture({ name: 'files', input: new Uint8Array(0), parts }, { format: criterion, reader })
}

/** Name and samples of everything, or the error. */
function shown(result: ParseResult<BenchmarkReport>): unknown {
  if (!result.ok) return result.error.message
  return result.model.metrics.map(({ name, samples }) => [name, samples])
}

describe('files that are one report', () => {
  test('are those of the newest run of all benchmarks below criterion; those of others are passed over', () => {
    const run = ['benchmark.json', 'estimates.json', 'sample.json', 'tukey.json']
    const folders = ['least/new', 'least/base', 'least/main', 'winner/of/10/new'].map((it) => `target/criterion/${it}`)
    const paths = folders.flatMap((folder) => run.map((file) => `${folder}/${file}`))
    const change = 'target/criterion/least/change/estimates.json'
    const [group, other] = criterion.group?.([change, ...paths, 'target/coverage.json', 'sample.json']) ?? []
    expect(other).toBeUndefined()
    expect(group?.path).toBe('target/criterion')
    const read = ['target/criterion/least/new', 'target/criterion/winner/of/10/new']
    expect(group?.files).toEqual(read.flatMap((folder) => run.slice(0, 3).map((file) => `${folder}/${file}`)))
    const rest = [change, ...paths].filter((path) => group?.files.includes(path) === false)
    expect([...(group?.others ?? [])].sort()).toEqual([...rest].sort())
  })

  test('are apart where they do not stand below criterion, and for two machines', () => {
    const folders = ['out/fill/new', 'linux/criterion/fill/new', 'mac/criterion/fill/new']
    const paths = folders.flatMap((folder) => [`${folder}/sample.json`, `${folder}/estimates.json`])
    expect(criterion.group?.(paths).map(({ path, files }) => [path, files.length])).toEqual([
      ['out/fill/new', 2],
      ['linux/criterion', 2],
      ['mac/criterion', 2],
    ])
  })

  test('are any saved run where the newest is not there', () => {
    const paths = ['criterion/a/main/benchmark.json', 'criterion/a/main/sample.json']
    expect(criterion.group?.(paths)).toEqual([{ path: 'criterion', files: paths, others: [] }])
  })

  test('are none where only one of them is there, as others have such names', () => {
    expect(criterion.group?.(['data/sample.json', 'data/other.json', 'x/estimates.json', 'benchmark.json'])).toEqual([])
  })
})

describe('a benchmark', () => {
  test('has its name from its file, its samples for one iteration, and what was estimated', () => {
    const files = { 'criterion/x/new/benchmark.json': ID, 'criterion/x/new/estimates.json': ESTIMATES }
    const { model } = mustRead(readFiles({ ...files, 'criterion/x/new/sample.json': SAMPLE }))
    expect(model.metrics).toMatchObject([
      { name: 'fill/a', samples: [[10, 12, 9]], summary: { mean: 11, median: 10, stddev: 1.5, count: null } },
    ])
  })

  test('has its name from its folder where its file is not there', () => {
    const sample = {
      'criterion/winner/of/10/new/sample.json': SAMPLE,
      'criterion/winner/of/10/new/estimates.json': '{}',
    }
    expect(shown(readFiles(sample))).toEqual([['winner/of/10', [[10, 12, 9]]]])
    expect(shown(readAll(openBenchmarks('criterion', 'criterion/least/new/sample.json'), SAMPLE))).toEqual([
      ['least', [[10, 12, 9]]],
    ])
  })

  test('has its median where there are no samples', () => {
    expect(shown(readAll(openBenchmarks('criterion', 'criterion/least/new/estimates.json'), ESTIMATES))).toEqual([
      ['least', [[10]]],
    ])
  })

  test('has only as many samples as it says how often they ran', () => {
    const { model, warnings } = mustRead(
      readAll(openBenchmarks('criterion', 'least/new/sample.json'), '{"iters":[1,0],"times":[10,20,30]}'),
    )
    expect(model.metrics.map(({ samples }) => samples)).toEqual([[[10]]])
    expect(warnings.map(({ message }) => message)).toEqual([
      'a benchmark lists more samples than numbers of iterations, or fewer: the rest is left out',
      'a value that is no finite number is left out',
    ])
  })

  test('that is nothing but a name is refused', () => {
    expect(shown(readAll(openBenchmarks('criterion'), ID))).toBe('the file has no samples and no estimates')
  })
})

test('what changed since the run before is no report', () => {
  const changed = bytesOf(`{"mean":${estimate(-0.1)},"median":${estimate(-0.2)}}`)
  expect(detectFormat(changed, [criterion]).kind).toBe('none')
})

describe('a file that cannot be read', () => {
  const whole = { 'criterion/b/new/estimates.json': ESTIMATES, 'criterion/b/new/sample.json': SAMPLE }

  test('loses what it tells, and the report is partial', () => {
    const damaged = { 'criterion/a/new/benchmark.json': ID, 'criterion/a/new/sample.json': SAMPLE.slice(0, -5) }
    const { model, partial, warnings } = mustRead(readFiles({ ...damaged, ...whole }))
    expect(partial).toBe(true)
    expect(model.metrics.map(({ name }) => name)).toEqual(['b'])
    expect(model.failed).toMatchObject([
      { name: 'fill/a', message: expect.stringContaining('sample.json cannot be read') },
    ])
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('criterion/a/new/sample.json cannot be read'),
    ])
  })

  test('leaves what other files of its benchmark tell', () => {
    const { model, partial } = mustRead(readFiles({ ...whole, 'criterion/b/new/sample.json': '' }))
    expect(partial).toBe(true)
    expect(model.metrics).toMatchObject([{ name: 'b', samples: [[10]] }])
  })
})

test('a tree of which any file is damaged anywhere says so wherever it loses something', () => {
  const [tree] = fixturesOf('benchmark').filter(({ name }) => name === 'criterion/basic')
  const parts = tree?.parts
  if (parts == null) throw new Error('no tree')
  const format = criterion
  const whole = mustRead(
    readFixture({ name: 'whole', input: new Uint8Array(0), parts }, { format, reader: openBenchmarks('criterion') }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...parts.keys()), fc.nat(5000), fc.nat(7), fc.boolean(), (path, place, bit, isCut) => {
      const bytes = Uint8Array.from(parts.get(path) ?? [])
      const at = place % Math.max(1, bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      const changed = new Map([...parts, [path, isCut ? bytes.subarray(0, at) : bytes]])
      const fixture = { name: 'damaged', input: new Uint8Array(0), parts: changed }
      const result = mustRead(readFixture(fixture, { format, reader: openBenchmarks('criterion') }))
      const { metrics, failed } = result.model
      expect(metrics.length + failed.length).toBe(whole.model.metrics.length)
      for (const value of metrics.flatMap(({ samples }) => samples.flat())) expect(value >= 0).toBe(true)
      if (isCut && path.includes('/new/') && !path.endsWith('tukey.json')) expect(result.partial).toBe(true)
    }),
    { numRuns: 80 },
  )
})
