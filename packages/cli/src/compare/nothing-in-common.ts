import type { ComparedTable } from '@testwarden/core/files/compare-file'
import { ConfigurationError } from '@testwarden/core/model/errors'

/** Where no benchmark was compared with itself, what to do; null where one was. */
export function nothingInCommon(tables: readonly ComparedTable[]): ConfigurationError | null {
  const rows = tables.flatMap((table) => table.rows)
  if (rows.some(({ base, head }) => base !== null && head !== null)) return null
  if (rows.length === 0)
    return new ConfigurationError('No benchmark is left to compare.', {
      remedy: 'Check that both sides have benchmarks with a number, and that --filter is part of their names.',
    })
  const inBase = rows.find(({ base }) => base !== null)?.name ?? 'none'
  const inHead = rows.find(({ head }) => head !== null)?.name ?? 'none'
  return new ConfigurationError('Base and head have no benchmark in common.', {
    remedy: `Check names and units: base begins with ${inBase}, head with ${inHead}.`,
  })
}
