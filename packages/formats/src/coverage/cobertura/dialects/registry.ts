import type { CoberturaClues, CoberturaDialect } from '../dialect.js'
import { cobertura } from './cobertura.js'
import { coveragePy } from './coverage-py.js'
import { coverlet } from './coverlet.js'
import { dotnetCoverage } from './dotnet-coverage.js'
import { gcovr } from './gcovr.js'
import { istanbul } from './istanbul.js'
import { phpunit } from './phpunit.js'
import { scoverage } from './scoverage.js'

export const coberturaDialects: readonly CoberturaDialect[] = [
  coveragePy,
  gcovr,
  istanbul,
  coverlet,
  phpunit,
  dotnetCoverage,
  scoverage,
  cobertura,
]

/** null: a tool that we do not know, or several that the file looks like. The numbers are read the same way for all. */
export function findDialect(clues: CoberturaClues): CoberturaDialect | null {
  const [dialect = null, other] = coberturaDialects.filter((candidate) => candidate.detect(clues))
  return other === undefined ? dialect : null
}
