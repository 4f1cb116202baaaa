import { describe, expect, test } from '@jest/globals'
import type { CoverageReport } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import type { ParseResult } from '@testwarden/core/model/result'
import fc from 'fast-check'
import { coverageFormats } from '../../src/coverage/registry.js'
import { readCorpusFile, readCorpusIndex } from '../support/corpus.js'
import { fixturesOf } from '../support/fixtures.js'
import { openReader } from '../support/open-reader.js'
import { bytesOf, readAll } from '../support/read.js'

interface Sample {
  readonly name: string
  readonly format: string
  readonly input: Uint8Array
}

const MAX_BYTES = 40_000
const XML = ['clover', 'cobertura', 'jacoco', 'opencover', 'scoverage']
const ABSURD = [
  '-1',
  '-0',
  '0',
  '1e999',
  'Infinity',
  '9007199254740993',
  '99999999999999999999',
  '4294967296',
  '0x10',
  'NaN',
  '',
  '1,5',
  '９',
]

const corpus = (readCorpusIndex() ?? [])
  .filter(({ kind, format }) => kind === 'coverage' && coverageFormats.some(({ id }) => id === format))
  .map(({ file, format }) => ({ name: file, format, input: readCorpusFile(file) }))
const samples: readonly Sample[] = [...fixturesOf('coverage'), ...corpus].map(({ name, format, input }) => ({
  name,
  format,
  input: input.subarray(0, MAX_BYTES),
}))

function read({ format }: Sample, bytes: Uint8Array): ParseResult<CoverageReport> {
  return readAll(openReader(format), bytes)
}

function expectSane(result: ParseResult<CoverageReport>): void {
  if (!result.ok) {
    expect(result.error.message).not.toBe('')
    expect(result.error.remedy).not.toBe('')
    return
  }
  for (const count of Object.values(countCoverage(result.model.files))) {
    if (count === null) continue
    expect(Number.isSafeInteger(count.covered) && Number.isSafeInteger(count.total)).toBe(true)
    expect(count.covered).toBeGreaterThanOrEqual(0)
    expect(count.covered).toBeLessThanOrEqual(count.total)
  }
}

function isHealthy(result: ParseResult<CoverageReport>): boolean {
  return result.ok && !result.partial
}

describe.each(samples)('$name, damaged,', (sample) => {
  test('ends in an error or sane totals wherever it is cut off', () => {
    for (let length = 0; length < sample.input.length; length += Math.max(10, Math.floor(sample.input.length / 200)))
      expectSane(read(sample, sample.input.subarray(0, length)))
  })

  test('ends in an error or sane totals whatever bit is flipped', () => {
    fc.assert(
      fc.property(fc.nat(sample.input.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Uint8Array.from(sample.input)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expectSane(read(sample, bytes))
      }),
      { numRuns: 60 },
    )
  })

  test('ends in an error or sane totals with lines repeated or out of order', () => {
    const lines = new TextDecoder().decode(sample.input).split('\n')
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), fc.boolean(), (from, to, isMove) => {
        const moved = isMove ? lines.toSpliced(from, 1) : lines
        expectSane(read(sample, bytesOf(moved.toSpliced(to, 0, lines[from] ?? '').join('\n'))))
      }),
      { numRuns: 40 },
    )
  })

  test('ends in an error or sane totals with absurd numbers', () => {
    const text = new TextDecoder().decode(sample.input)
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom(...ABSURD), (nth, absurd) => {
        let seen = 0
        expectSane(read(sample, bytesOf(text.replace(/[0-9]+/g, (number) => (seen++ % 21 === nth ? absurd : number)))))
      }),
      { numRuns: 40 },
    )
  })
})

test('an XML report that is cut off is an error, never a smaller report', () => {
  for (const sample of samples.filter(({ format, name }) => XML.includes(format) && name.includes('/basic'))) {
    const end = new TextDecoder().decode(sample.input).trimEnd().length
    for (let length = 1; length < end; length++)
      expect([length, isHealthy(read(sample, sample.input.subarray(0, length)))]).toEqual([length, false])
  }
})
