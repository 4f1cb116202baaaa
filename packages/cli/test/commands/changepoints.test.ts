import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runCli } from '../../src/run-cli.js'
import { recordingTerminal } from './recording-terminal.js'

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../../../schema/changepoints.v1.schema.json', import.meta.url), 'utf8'),
)
const LEVELS = [...Array(20).keys()].map((at) => (at < 10 ? 100 : 130) + (at % 3))

let folder: string

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'testwarden-changepoints-')))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(content: string, ...args: readonly string[]) {
  writeFileSync(path.join(folder, 'series.json'), content)
  const terminal = recordingTerminal(folder)
  const code = await runCli(['changepoints', ...args, 'series.json'], terminal)
  return { code, out: terminal.printed.join(''), err: terminal.complaints.join('') }
}

async function changePointsOf(content: string) {
  const { code, out, err } = await run(content, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const printed = JSON.parse(out)
  expect(new Ajv2020({ strict: true }).validate(SCHEMA, printed)).toBe(true)
  return printed.changePoints
}

describe('testwarden changepoints', () => {
  test('prints JSON that its published schema takes', async () => {
    expect(await changePointsOf(JSON.stringify({ series: LEVELS }))).toEqual([
      { index: 10, pValue: expect.any(Number), magnitude: expect.any(Number), meanBefore: 100.9, meanAfter: 131 },
    ])
    expect(await changePointsOf('{"series": []}')).toEqual([])
  })

  test('goes by the options of the file', async () => {
    const noisy = [3, 9, 0, 3, 5, 0, 0, 17, 16, 19, 12, 10]
    const indexes = async (options: object) =>
      (await changePointsOf(JSON.stringify({ series: noisy, ...options }))).map(({ index }: { index: number }) => index)
    expect(await indexes({})).toEqual([7])
    expect(await indexes({ maxPValue: 0.00001 })).toEqual([])
    expect(await indexes({ minMagnitude: 10 })).toEqual([])
    expect(await indexes({ window: 2 })).toEqual([])
  })

  test('takes null, and NaN as Python writes it, for a missing value', async () => {
    const whole = await changePointsOf(JSON.stringify({ series: [100, 100, ...LEVELS] }))
    expect(await changePointsOf(`{"series": [null, NaN, ${LEVELS.join(', ')}]}`)).toEqual(whole)
    expect(await changePointsOf('{"series": [NaN, null]}')).toEqual([])
  })

  test('prints a magnitude that no double holds as the largest one', async () => {
    const [point] = await changePointsOf(JSON.stringify({ series: [...Array(5).fill(1e-320), ...Array(5).fill(1e10)] }))
    expect(point.magnitude).toBe(Number.MAX_VALUE)
  })

  test('tells people what changed, and how', async () => {
    const { code, out } = await run(JSON.stringify({ series: LEVELS }))
    expect(code).toBe(0)
    expect(out).toContain('1 change point in 20 values.')
    expect(out).toMatch(/index +mean before +mean after +change +p-value/)
    expect(out).toMatch(/10 +100\.9 +131 +\+29\.8 % +\S+e-\d+/)
    expect((await run('{"series": [1, 1]}')).out).toBe('No change point in 2 values.\n')
  })

  test.each([
    ['no JSON', 'series: 1', 'The file is not JSON'],
    ['a file that ends early', '{"series": [1, 2', 'The file is not JSON'],
    ['an empty file', '', 'The file is not JSON'],
    ['a list alone', '[1, 2, 3]', 'The file holds no object.'],
    ['no series', '{"window": 50}', 'There is no "series".'],
    ['a series that is no list', '{"series": {"0": 1}}', '"series" is no list, but {"0":1}.'],
    ['a number as text', '{"series": [1, "2"]}', 'series[1] is no number, but "2".'],
    ['NaN as text', '{"series": [1, 2, "NaN"]}', 'series[2] is no number, but "NaN".'],
    ['a list in a list', '{"series": [[1, 2]]}', 'series[0] is no number, but [1,2].'],
    ['an infinite value', '{"series": [1, -Infinity]}', 'The file holds no finite number at series[1].'],
    ['a value too large', '{"series": [1e400]}', 'The file holds no finite number at series[0].'],
    ['a window too small', '{"series": [], "window": 1}', '"window" is not a whole number from 2 to 10,000, but 1.'],
    ['a window too large', '{"series": [], "window": 1e9}', '"window" is not a whole number from 2 to 10,000'],
    ['half a window', '{"series": [], "window": 2.5}', '"window" is not a whole number'],
    ['a window that is no number', '{"series": [], "window": "50"}', '"window" is not a whole number'],
    ['no window', '{"series": [], "window": NaN}', '"window" is not a whole number from 2 to 10,000, but null.'],
    ['a chance above one', '{"series": [], "maxPValue": 1.5}', '"maxPValue" is not a number from 0 to 1, but 1.5.'],
    ['a negative magnitude', '{"series": [], "minMagnitude": -0.1}', '"minMagnitude" is not a number from 0 up'],
    ['an unknown key', '{"series": [], "maxPvalue": 0.1}', 'There is no key "maxPvalue". Did you mean "maxPValue"?'],
    ['a key that reaches further', '{"series": [], "__proto__": {}}', 'The file has a key "__proto__"'],
    ['a series without end', `{"series": [${Array(100_001).fill(1)}]}`, '"series" has 100,001 values'],
  ])('refuses %s', async (_, content, message) => {
    const { code, out, err } = await run(content, '--json')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(`testwarden: series.json: ${message}`)
    expect(err).toContain('Write {"series"')
  })

  test('needs one file, which is there', async () => {
    const terminal = recordingTerminal(folder)
    expect(await runCli(['changepoints', '--json'], terminal)).toBe(2)
    expect(await runCli(['changepoints', 'a.json', 'b.json'], terminal)).toBe(2)
    expect(await runCli(['changepoints', 'nowhere.json'], terminal)).toBe(2)
    expect(terminal.complaints.join('')).toMatch(
      /needs one file.*needs one file.*nowhere\.json: There is no such file/s,
    )
  })
})
