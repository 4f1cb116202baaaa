import { expect, test } from '@jest/globals'
import { encodeVerdictFile } from '../../src/files/encode-verdict.js'
import { decodeVerdictFile } from '../../src/files/verdict-file.js'
import { ReportError } from '../../src/model/errors.js'
import { VERDICT } from './samples.js'

test('a verdict survives writing and reading', () => {
  expect(decodeVerdictFile(encodeVerdictFile(VERDICT), 'v.json')).toEqual(VERDICT)
})

test('the text names its schema first and ends with a line end', () => {
  const { schema: _schema, ...verdict } = VERDICT
  expect(encodeVerdictFile(verdict)).toMatch(/^\{\n {2}"schema": "testwarden\.verdict\/1",\n[\s\S]*\}\n$/)
})

test('a run that ended before it knew where it was has a verdict, too', () => {
  const early = { ...VERDICT, run: null, gates: [] }
  expect(decodeVerdictFile(encodeVerdictFile(early), 'v.json')).toEqual(early)
})

test.each([
  ['a newer version', { ...VERDICT, schema: 'testwarden.verdict/2' }, /newer/, /update/],
  ['an unknown outcome', { ...VERDICT, outcome: 'great' }, /outcome/, /unchanged/],
  ['an absurd count', withReason({ actual: { numerator: 1e300, denominator: 1 } }), /reasons\.0\.actual/, /unchanged/],
  ['a limit that is no decimal', withReason({ limit: '1e5' }), /reasons\.0\.limit/, /unchanged/],
])('%s is refused with path and remedy', (_name, value, message, remedy) => {
  const error = caught(() => decodeVerdictFile(JSON.stringify(value), 'out/v.json'))
  expect(error).toBeInstanceOf(ReportError)
  expect(error).toMatchObject({
    path: 'out/v.json',
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(remedy),
  })
  expect(error.message).toContain('out/v.json')
})

function withReason(change: object): object {
  const [gate] = VERDICT.gates
  return { ...VERDICT, gates: [{ ...gate, reasons: [{ ...gate?.reasons[0], ...change }] }] }
}

function caught(act: () => unknown): Error {
  try {
    act()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}
