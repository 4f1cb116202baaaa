import type { CloverClues, CloverDialect } from '../dialect.js'
import { istanbul } from './istanbul.js'
import { openclover } from './openclover.js'
import { phpunit } from './phpunit.js'

export const cloverDialects: readonly CloverDialect[] = [istanbul, openclover, phpunit]

/** null: nobody's. */
export function findDialect(clues: CloverClues): CloverDialect | null {
  return cloverDialects.find((dialect) => dialect.detect(clues)) ?? null
}
