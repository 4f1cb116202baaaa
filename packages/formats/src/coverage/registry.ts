import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { clover } from './clover.js'
import { cobertura } from './cobertura.js'
import { coveragePyJson } from './coverage-py-json.js'
import { gcovJson } from './gcov-json.js'
import { goCover } from './go-cover.js'
import { istanbul } from './istanbul.js'
import { istanbulSummary } from './istanbul-summary.js'
import { jacoco } from './jacoco.js'
import { lcov } from './lcov.js'
import { llvmCov } from './llvm-cov.js'
import { opencover } from './opencover.js'
import { scoverage } from './scoverage.js'
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
