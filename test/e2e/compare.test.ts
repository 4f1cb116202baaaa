import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from './support/run-cli.js'

const SCHEMA = JSON.parse(readFileSync(new URL('../../schema/compare.v1.schema.json', import.meta.url), 'utf8'))
// cmd/benchstat/testdata/old.txt and new.txt of golang/perf.
const OLD = [1726, 1723, 1707, 1707, 1713, 1729, 1736, 1707, 1705, 1774]
const NEW = [1423, 1416, 1411, 1413, 1412, 1426, 1422, 1424, 1447, 1425]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-compare-'))
  write('old.txt', goReport(OLD))
  write('new.txt', goReport(NEW))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content)
}

function goReport(times: readonly number[]): string {
  const lines = times.map((time) => `BenchmarkEncode/format=json-48 \t 1000\t ${time} ns/op\n`)
  return `goos: linux\npkg: p\n${lines.join('')}PASS\nok  \tp\t2.5s\n`
}

/** One process of JMH for each list. */
function jmhReport(processes: readonly (readonly number[])[]): string {
  const scores = { score: 1, scoreError: 1, scoreConfidence: [1, 1], scorePercentiles: {}, scoreUnit: 'us/op' }
  const result = { jmhVersion: '1.37', benchmark: 'org.example.Parse.all', mode: 'avgt', threads: 1, forks: 4 }
  return JSON.stringify([{ ...result, primaryMetric: { ...scores, rawData: processes }, secondaryMetrics: {} }])
}

function compare(...args: readonly string[]) {
  return runCli(folder, ['compare', ...args])
}

describe('compare', () => {
  test('prints the answer of benchstat as JSON of the published schema', () => {
    const { stdout, stderr, exitCode } = compare('--json', 'old.txt', 'new.txt')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const printed = JSON.parse(stdout)
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(SCHEMA)
    expect(validate(printed) ? [] : validate.errors).toEqual([])
    expect(printed.tables[0].rows).toMatchObject([
      {
        name: 'p.BenchmarkEncode/format=json',
        base: { median: 1718, count: 10, of: 'iterations' },
        head: { median: 1422.5, count: 10, of: 'iterations' },
        pValue: expect.closeTo(1.082508822446903e-5, 16),
        change: 'better',
        remarks: ['one-process'],
      },
    ])
  })

  test('tells people, and ends with 0 whatever changed', () => {
    const { stdout, exitCode } = compare('old.txt', 'new.txt')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('1.718 µs ± 1 %  1.423 µs ± 1 %  -17.20 %  faster  <0.001  10')
  })

  test('counts the forks of JMH, not their iterations', () => {
    write('old.json', jmhReport([[1, 2, 9], [3, 3.1, 3.2], [2.5], [2.2, 2.4]]))
    write('new.json', jmhReport([[5, 5.1, 5.2], [6], [7], [4.9, 5, 8]]))
    const { tables } = JSON.parse(compare('--json', 'old.json', 'new.json').stdout)
    expect(tables[0].rows[0]).toMatchObject({
      base: { count: 4, of: 'processes' },
      head: { count: 4, of: 'processes' },
      pValue: expect.closeTo(2 / 70, 12),
      change: 'worse',
    })
  })

  test('names what is wrong with a side, and ends with 2', () => {
    const { stdout, stderr, exitCode } = compare('old.txt', 'lost.txt')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toContain('lost.txt: No file is or matches lost.txt.')
  })
})
