import { expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { MAX_METRICS, readMeasuredRun } from '../../src/paired/measured.js'
import { readMeasured } from '../../src/paired/read-measured.js'

const CHILD = {
  exitCode: 0,
  stdout: '',
  stderr: '',
  isTimedOut: false,
  isTruncated: false,
  hasLeftovers: false,
  durationMs: 1,
  cpuMs: null,
  lacks: [],
}

function read(contents: Readonly<Record<string, string>>, id = 'pair/screen/0/base/all', child = CHILD) {
  return readMeasured({ id }, { files: new MemoryFiles(contents), child }, benchmarkFormats)
}

const GO = 'goos: linux\npkg: shop\n'

test('of each process the median of its iterations counts', async () => {
  const lines = [100, 130, 110].map((ns) => `BenchmarkSum-4 \t1000\t${ns} ns/op\t16 B/op\n`).join('')
  const measured = await read({ 'go.txt': `${GO}${lines}PASS\nok \tshop\t1s\n`, 'other.txt': 'no report' })
  expect(measured).toMatchObject({
    metrics: [
      { name: 'shop.BenchmarkSum', metric: 'time', unit: 'ns', direction: 'lower', value: 110 },
      { name: 'shop.BenchmarkSum', metric: 'B/op', direction: 'lower', value: 16 },
    ],
    failed: [],
    leftOut: 0,
    problems: [],
  })
})

test('several reports of one benchmark are several processes, and the one in the middle counts', async () => {
  const report = (ns: number) => `${GO}BenchmarkSum \t1000\t${ns} ns/op\nPASS\n`
  const measured = await read({ 'a.txt': report(100), 'b.txt': report(300), 'c.txt': report(110) })
  expect(measured?.metrics.map(({ value }) => value)).toEqual([110])
})

test('what cannot be read is told, what failed is named, and a process without a report measured nothing', async () => {
  const broken = await read({ 'a.json': '{"machine_info": {}, "benchmarks": [' })
  expect(broken?.metrics).toEqual([])
  const failed = await read({ 'a.txt': `${GO}--- FAIL: BenchmarkSum\nFAIL\nFAIL\tshop\t1s\n` })
  expect(failed?.failed.map(({ name }) => name)).toContain('shop.BenchmarkSum')
  expect(await read({})).toEqual({ metrics: [], failed: [], leftOut: 0, problems: [] })
  const flood = await read({}, 'pair/screen/0/base/all', { ...CHILD, isTruncated: true })
  expect(flood?.problems).toEqual(['Its output was too long and was cut.'])
})

test('the files that Criterion.rs leaves are one benchmark, with the name that it is told by', async () => {
  const folder = 'target/criterion/sum/10/new'
  const measured = await read({
    [`${folder}/benchmark.json`]: '{"group_id":"sum","function_id":"fast","value_str":"10","full_id":"sum/fast/10"}',
    [`${folder}/sample.json`]: '{"sampling_mode":"Flat","iters":[1,2,4],"times":[10,24,44]}',
  })
  expect(measured?.metrics).toMatchObject([{ name: 'sum/fast/10', metric: 'time', value: 11 }])
})

test('of what prepares a tree nothing is read', async () => {
  expect(await read({ 'a.txt': `${GO}BenchmarkSum \t1\t5 ns/op\n` }, 'pair/build/base')).toBeNull()
})

test('no more is kept than fits, and what is kept is read back', async () => {
  const lines = Array.from({ length: MAX_METRICS + 5 }, (_, at) => `BenchmarkX/n=${at} \t1\t5 ns/op\n`).join('')
  const measured = await read({ 'a.txt': `${GO}${lines}PASS\n` })
  expect(measured?.leftOut).toBe(5)
  expect(readMeasuredRun(JSON.parse(JSON.stringify(measured)))).toEqual(measured)
})

test.each([
  [undefined],
  [null],
  ['text'],
  [
    {
      metrics: [{ name: 'a', metric: 'time', unit: 'ns', direction: 'sideways', value: 1 }],
      failed: [],
      leftOut: 0,
      problems: [],
    },
  ],
  [
    {
      metrics: [{ name: 'a', metric: 'time', unit: 'ns', direction: 'lower', value: -1 }],
      failed: [],
      leftOut: 0,
      problems: [],
    },
  ],
])('%j is no measurement of anybody', (value) => {
  expect(() => readMeasuredRun(value)).toThrow(ReportError)
})
