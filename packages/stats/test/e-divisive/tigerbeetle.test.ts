import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findSeriesChangePoints } from '../../src/e-divisive/find-series-change-points.js'

interface Recorded {
  readonly series: readonly number[]
  readonly cases: readonly {
    readonly window: number
    readonly maxPValue: number
    readonly minMagnitude: number
    readonly changePoints: readonly number[]
  }[]
}

const { TESTWARDEN_CORPUS: FOLDER } = process.env

describe('a year of benchmarks of TigerBeetle (Apache Otava, tests/tigerbeetle_test.py)', () => {
  if (FOLDER === undefined || FOLDER === '') {
    test.skip('SKIPPED: set TESTWARDEN_CORPUS to the folder of the corpus', () => undefined)
    return
  }
  const { series, cases }: Recorded = JSON.parse(readFileSync(join(FOLDER, 'series/otava-tigerbeetle.json'), 'utf8'))

  test.each(cases)('has its change points at p $maxPValue and magnitude $minMagnitude', ({
    changePoints,
    ...options
  }) => {
    expect(findSeriesChangePoints(series, options).map(({ index }) => index)).toEqual(changePoints)
  })
})
