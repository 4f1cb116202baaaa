import type { Inspection } from './inspect-file.js'
import { assertPlainJson } from './plain-json.js'

/**
 * Indented JSON with a line end, reports and errors ascending by path.
 * @throws TypeError when a value is none that JSON can hold
 */
export function encodeInspection({ reports, merged, errors }: Omit<Inspection, 'schema'>): string {
  const inspection: Inspection = {
    schema: 'testwarden.inspect/1',
    reports: [...reports].sort(byPath),
    merged,
    errors: [...errors].sort(byPath),
  }
  assertPlainJson(inspection)
  return `${JSON.stringify(inspection, null, 2)}\n`
}

/** By code units, so that every machine prints the same order. */
function byPath(left: { readonly path: string }, right: { readonly path: string }): number {
  return left.path < right.path ? -1 : left.path > right.path ? 1 : 0
}
