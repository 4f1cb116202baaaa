import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from './support/run-cli.js'

const SCHEMA = JSON.parse(readFileSync(new URL('../../schema/changepoints.v1.schema.json', import.meta.url), 'utf8'))
// Apache Otava, tests/series_test.py
const FALLS = [1.02, 0.95, 0.99, 1.0, 1.12, 0.9, 0.5, 0.51, 0.48, 0.48, 0.55]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-changepoints-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function changepoints(content: string, ...options: readonly string[]) {
  writeFileSync(join(folder, 'series.json'), content)
  return runCli(folder, ['changepoints', ...options, 'series.json'])
}

describe('changepoints', () => {
  test('prints the answer of Otava as JSON of the published schema', () => {
    const { stdout, stderr, exitCode } = changepoints(JSON.stringify({ series: FALLS }), '--json')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const printed = JSON.parse(stdout)
    const validate = new Ajv2020({ strict: true }).compile(SCHEMA)
    expect(validate(printed) ? [] : validate.errors).toEqual([])
    expect(printed.changePoints).toEqual([
      {
        index: 6,
        pValue: expect.closeTo(9.470438654814028e-8, 18),
        magnitude: 0.9775132275132277,
        meanBefore: 0.9966666666666667,
        meanAfter: 0.504,
      },
    ])
  })

  test('goes by the options of the file, and takes the option before or behind it', () => {
    const content = JSON.stringify({ series: FALLS, window: 50, maxPValue: 0.001, minMagnitude: 1 })
    writeFileSync(join(folder, 'series.json'), content)
    for (const args of [
      ['--json', 'series.json'],
      ['series.json', '--json'],
    ])
      expect(JSON.parse(runCli(folder, ['changepoints', ...args]).stdout)).toEqual({
        schema: 'testwarden.changepoints/1',
        changePoints: [],
      })
  })

  test('tells people without --json', () => {
    const { stdout, exitCode } = changepoints(JSON.stringify({ series: FALLS }))
    expect(exitCode).toBe(0)
    expect(stdout).toContain('1 change point in 11 values.')
  })

  test('names what is wrong with a file, and ends with 2', () => {
    const { stdout, stderr, exitCode } = changepoints('{"series": [1, "NaN"]}', '--json')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toContain('series.json: series[1] is no number, but "NaN".')
  })
})

const corpus = process.env.TESTWARDEN_CORPUS
const inCorpus = corpus === undefined ? describe.skip : describe

inCorpus('a year of benchmarks of TigerBeetle (Apache Otava, tests/tigerbeetle_test.py)', () => {
  const file = join(corpus ?? '', 'series/otava-tigerbeetle.json')
  const { series, cases } = corpus === undefined ? { series: [], cases: [] } : JSON.parse(readFileSync(file, 'utf8'))

  test.each(cases as readonly { changePoints: readonly number[] }[])('%j', ({ changePoints, ...options }) => {
    const { stdout } = changepoints(JSON.stringify({ series, ...options }), '--json')
    expect(JSON.parse(stdout).changePoints.map(({ index }: { index: number }) => index)).toEqual(changePoints)
  })
})
