import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { clover } from './clover/reader.js'
import { cobertura } from './cobertura/reader.js'
import { coveragePyJson } from './coverage-py-json/reader.js'
import { gcovJson } from './gcov-json.js'
import { goCover } from './go-cover.js'
import { istanbul } from './istanbul/reader.js'
import { istanbulSummary } from './istanbul-summary.js'
import { jacoco } from './jacoco/reader.js'
import { lcov } from './lcov.js'
import { llvmCov } from './llvm-cov.js'
import { opencover } from './opencover/reader.js'
import { scoverage } from './scoverage/reader.js'
import { simplecov } from './simplecov.js'
import { simplecovJson } from './simplecov-json.js'
import { xccov } from './xccov.js'

/** Every coverage format that Testwarden reads, by id. A new one is a line here; see docs/adding-a-format.md. */
export const coverageFormats: readonly Format<CoverageReport>[] = [
  clover,
  cobertura,
  coveragePyJson,
  gcovJson,
  goCover,
  istanbul,
  istanbulSummary,
  jacoco,
  lcov,
  llvmCov,
  opencover,
  scoverage,
  simplecov,
  simplecovJson,
  xccov,
]
