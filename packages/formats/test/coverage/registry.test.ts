import { describe, expect, test } from '@jest/globals'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import type { ParseResult } from '@testwarden/core/model/result'
import { coverageFormats } from '../../src/coverage/registry.js'
import { detectFormat } from '../../src/detect-format.js'
import { fixturesOf } from '../support/fixtures.js'
import { openReader } from '../support/open-reader.js'
import { plain, readAll } from '../support/read.js'

const fixtures = fixturesOf('coverage')
const ids = coverageFormats.map(({ id }) => id)

function summary(format: string, result: ParseResult<CoverageReport>): unknown {
  if (!result.ok) return { error: { line: result.error.line, message: result.error.message } }
  const { model, partial, warnings } = result
  return {
    format,
    dialect: model.dialect,
    partial,
    totals: countCoverage(model.files),
    declared: model.declared,
    files: model.files.length,
    warnings: warnings.map(({ message }) => message),
  }
}

describe('every coverage format', () => {
  test('has an id of its own, in the order of the alphabet', () => {
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  test.each(ids)('%s has a basic, an empty and a malformed fixture', (id) => {
    const names = fixtures.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([`${id}/basic`, `${id}/empty`, `${id}/malformed`]))
  })

  test('names in its errors the file and what to do', () => {
    for (const { id } of coverageFormats) {
      const result = readAll(openReader(id, 'out/report'), new Uint8Array(0))
      expect(result).toMatchObject({ ok: false, error: { path: 'out/report', message: 'the file is empty' } })
      expect(!result.ok && result.error.remedy.length > 20).toBe(true)
    }
  })
})

describe.each(fixtures)('fixture $name', ({ format, input, expected, hasProvenance }) => {
  test('is known as its own format and no other', () => {
    expect(detectFormat(input, coverageFormats)).toMatchObject({ kind: 'one', format: { id: format } })
  })

  test('gives what expected.json says', () => {
    expect(summary(format, readAll(openReader(format), input))).toEqual(expected)
  })

  test('says where it comes from', () => {
    expect(hasProvenance).toBe(true)
  })

  test('gives the same report in portions of any size', () => {
    const whole = plain(readAll(openReader(format), input))
    for (const portion of [1, 7, 1000]) expect(plain(readAll(openReader(format), input, portion))).toEqual(whole)
  })
})
