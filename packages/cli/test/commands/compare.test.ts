import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ComparisonFile } from '@testwarden/core/files/compare-file'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

const SCHEMA = JSON.parse(readFileSync(new URL('../../../../schema/compare.v1.schema.json', import.meta.url), 'utf8'))

let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-compare-')))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), content)
}

/** What `go test -bench` prints; a benchmark has a list of values in each unit. */
function goReport(
  benchmarks: Readonly<Record<string, Readonly<Record<string, readonly (number | string)[]>>>>,
): string {
  const lines = Object.entries(benchmarks).flatMap(([name, series]) => {
    const count = Math.max(...Object.values(series).map(({ length }) => length))
    return Array.from({ length: count }, (_, at) => {
      const values = Object.entries(series).map(([unit, all]) => `\t${all[at] ?? all[0]} ${unit}`)
      return `Benchmark${name}-8 \t100${values.join('')}`
    })
  })
  return ['goos: linux', 'pkg: p', ...lines, 'PASS', 'ok  \tp\t1.2s', ''].join('\n')
}

async function compare(...args: readonly string[]) {
  const terminal = recordingTerminal(folder)
  const code = await runCli(['compare', ...args], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

async function comparisonOf(...args: readonly string[]): Promise<ComparisonFile> {
  const { code, out, err } = await compare('--json', ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const printed = JSON.parse(out)
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(SCHEMA)
  expect(validate(printed) ? [] : validate.errors).toEqual([])
  return printed
}

// cmd/benchstat/testdata/old.txt and new.txt of golang/perf.
const OLD = {
  'Encode/format=json': { 'ns/op': [1726, 1723, 1707, 1707, 1713, 1729, 1736, 1707, 1705, 1774] },
  'Encode/format=gob': { 'ns/op': [3069, 3075, 3069, 3067, 3207, 3064, 3064, 3058, 3059, 3062] },
}
const NEW = {
  'Encode/format=json': { 'ns/op': [1423, 1416, 1411, 1413, 1412, 1426, 1422, 1424, 1447, 1425] },
  'Encode/format=gob': { 'ns/op': [3075, 3065, 3059, 3065, 3060, 3081, 3186, 3135, 3087, 3062] },
}

describe('testwarden compare', () => {
  test('says of the example of benchstat what benchstat says', async () => {
    write('old.txt', goReport(OLD))
    write('new.txt', goReport(NEW))
    const { tables, tests } = await comparisonOf('old.txt', 'new.txt')
    expect(tables).toHaveLength(1)
    expect(tables[0]).toMatchObject({ metric: 'time', unit: 'ns', direction: 'lower' })
    expect(tables[0]?.rows).toMatchObject([
      {
        name: 'p.BenchmarkEncode/format=json',
        base: { median: 1718, low: 1707, high: 1736, count: 10 },
        head: { median: 1422.5, low: 1412, high: 1426, count: 10 },
        ratio: expect.closeTo(0.828, 4),
        pValue: expect.closeTo(1.082508822446903e-5, 16),
        change: 'better',
      },
      {
        base: { median: 3065.5 },
        head: { median: 3070 },
        pValue: expect.closeTo(0.4461018857303687, 12),
        change: 'none',
      },
    ])
    const { base, head, ratio } = tables[0]?.geometricMean ?? {}
    expect([base, head, ratio]).toEqual([
      expect.closeTo(2294.891936453654, 8),
      expect.closeTo(2089.754770302007, 8),
      expect.closeTo(0.9106, 4),
    ])
    expect(tests).toEqual({ made: 2, different: 1, byChance: 0.1 })
  })

  test('shows it as a table for people', async () => {
    write('old.txt', goReport(OLD))
    write('new.txt', goReport(NEW))
    const { code, out, err } = await compare('old.txt', 'new.txt')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      [
        'base: old.txt',
        'head: new.txt',
        '',
        'time, lower is better',
        'benchmark                                base            head    change               p   n',
        'p.BenchmarkEncode/format=json  1.718 µs ± 1 %  1.423 µs ± 1 %  -17.20 %  faster  <0.001  10',
        'p.BenchmarkEncode/format=gob    3.07 µs ± 0 %   3.07 µs ± 2 %         ~           0.446  10',
        'geometric mean                        2.29 µs         2.09 µs   -8.94 %',
        '- values of one process: a difference may be that of the process, not of the code',
        '',
        '1 of 2 tests found a difference at alpha 0.05; where nothing changed, up to 0.1 would by chance.',
        '',
      ].join('\n'),
    )
  })

  test('takes each process once, by its median, wherever there are several', async () => {
    const noise = [0, 9, 1, 8, 2]
    for (const run of [1, 2, 3, 4]) {
      write(`old/${run}.txt`, goReport({ A: { 'ns/op': noise.map((by) => 100 + 20 * run + by) } }))
      write(`new/${run}.txt`, goReport({ A: { 'ns/op': noise.map((by) => 101 + 20 * run + by) } }))
    }
    for (const [base, head] of [
      ['old', 'new'],
      ['old/*.txt', 'new/*.txt'],
    ] as const) {
      const { tables } = await comparisonOf(base, head)
      expect(tables[0]?.rows[0]).toMatchObject({
        base: { median: 152, count: 4, of: 'processes' },
        head: { median: 153, count: 4, of: 'processes' },
        change: 'none',
        remarks: ['no-interval'],
      })
    }
  })

  test('looks at the benchmarks that are asked for', async () => {
    write('old.txt', goReport(OLD))
    write('new.txt', goReport(NEW))
    const names = async (filter: string) =>
      (await comparisonOf('--filter', filter, 'old.txt', 'new.txt')).tables[0]?.rows.map(({ name }) => name)
    expect(await names('format=json')).toEqual(['p.BenchmarkEncode/format=json'])
    expect(await names('En*gob')).toEqual(['p.BenchmarkEncode/format=gob'])
    expect(await compare('--filter', 'Enc.de', 'old.txt', 'new.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('No benchmark is left to compare.'),
    })
  })

  test('holds p values against --alpha', async () => {
    write('old.txt', goReport({ A: { 'ns/op': [10, 11, 12, 13] } }))
    write('new.txt', goReport({ A: { 'ns/op': [20, 21, 22, 23] } }))
    const [strict, usual] = [
      await comparisonOf('--alpha', '0.02', 'old.txt', 'new.txt'),
      await comparisonOf('old.txt', 'new.txt'),
    ]
    expect(usual.tables[0]?.rows[0]).toMatchObject({ pValue: expect.closeTo(2 / 70, 12), change: 'worse' })
    expect(strict.tables[0]?.rows[0]).toMatchObject({
      change: 'none',
      remarks: expect.arrayContaining(['too-few-values']),
    })
  })
})

describe('what compare cannot decide', () => {
  test('a single value on each side is shown, and not judged', async () => {
    write('old.txt', goReport({ A: { 'ns/op': [10] } }))
    write('new.txt', goReport({ A: { 'ns/op': [20] } }))
    const { out } = await compare('old.txt', 'new.txt')
    expect(out).toContain('10 ns  20 ns  +100.00 %')
    expect(out).toContain('- one value each: nothing tells a change from noise')
    const { tables } = await comparisonOf('old.txt', 'new.txt')
    expect(tables[0]?.rows[0]).toMatchObject({ pValue: null, change: 'unknown', ratio: 2 })
  })

  test('from zero no ratio tells a change, and a mean of zeros is none', async () => {
    write('old.txt', goReport({ A: { 'B/op': [0, 0, 0, 0] }, B: { 'B/op': [8, 8, 8, 8] } }))
    write('new.txt', goReport({ A: { 'B/op': [16, 16, 16, 16] }, B: { 'B/op': [8, 8, 8, 8] } }))
    const { tables } = await comparisonOf('old.txt', 'new.txt')
    expect(tables[0]?.rows).toMatchObject([
      { ratio: null, change: 'worse', remarks: ['exact', 'from-zero'] },
      { ratio: 1, change: 'none', pValue: 1, remarks: expect.arrayContaining(['all-equal']) },
    ])
    expect(tables[0]?.geometricMean).toEqual({
      base: null,
      head: expect.closeTo(Math.sqrt(128), 12),
      ratio: null,
      benchmarks: 2,
    })
  })

  test('a value that is no number is left out, and said', async () => {
    write('old.txt', goReport({ A: { 'ns/op': ['NaN', 10, 10] }, B: { 'ns/op': ['NaN'] } }))
    write('new.txt', goReport({ A: { 'ns/op': [10, 10, 10] }, B: { 'ns/op': [5] } }))
    const { code, out, err } = await compare('old.txt', 'new.txt')
    expect(code).toBe(0)
    expect(out).toMatch(/p\.BenchmarkB +5 ns +only in head/)
    expect(out).toContain('p.BenchmarkB in base: It has no value that can be used.')
    expect(err).toContain('old.txt:3: a value that is no finite number is left out')
  })

  test('another unit is never compared', async () => {
    const report = (unit: string) => JSON.stringify([{ name: 'parse', unit, value: 5 }])
    write('old.json', report('ms'))
    write('new.json', report('MB/s'))
    const { code, out, err } = await compare('old.json', 'new.json')
    expect(code).toBe(2)
    expect(out).toMatch(/parse +5 ms +only in base/)
    expect(out).toMatch(/parse +5 MB\/s +only in head/)
    expect(out).toContain('the other side has it in another unit: nothing to compare')
    expect(err).toContain('Base and head have no benchmark in common.')
    expect(err).toContain('base begins with parse, head with parse.')
  })

  test.each([
    [['old.txt'], 'Compare takes two'],
    [['old.txt', 'old.txt', 'old.txt'], 'Compare takes two'],
    [['old.txt', 'lost.txt'], 'lost.txt: No file is or matches lost.txt.'],
    [['old.txt', 'broken.json'], 'broken.json: The file is no report in a known format.'],
    [['old.txt', 'tests.xml'], 'tests.xml: The file is no report in a known format.'],
    [['--format', 'jmh', 'old.txt', 'old.txt'], 'old.txt:1: Not well-formed JSON'],
    [['--format', 'perf', 'old.txt', 'old.txt'], 'The report format "perf" is not known.'],
    [['--alpha', '5%', 'old.txt', 'old.txt'], '--alpha must be a probability, not "5%".'],
    [['old.txt', 'other.txt'], 'Base and head have no benchmark in common.'],
  ])('%j ends with 2 and says why', async (args, message) => {
    write('old.txt', goReport(OLD))
    write('other.txt', goReport({ Other: { 'ns/op': [1, 2] } }))
    write('broken.json', '{"benchmarks": [')
    write('tests.xml', '<testsuites><testsuite name="a"><testcase name="b"/></testsuite></testsuites>')
    const { code, err } = await compare(...args)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  })

  test('warns where processors differ', async () => {
    const report = (cpu: string) => goReport({ A: { 'ns/op': [5, 6] } }).replace('pkg: p', `pkg: p\ncpu: ${cpu}`)
    write('old.txt', report('AMD EPYC 7763'))
    write('new.txt', report('Intel Xeon 8370C'))
    expect((await compare('old.txt', 'new.txt')).err).toContain(
      'The processors differ: AMD EPYC 7763 in base, Intel Xeon 8370C in head.',
    )
  })
})
