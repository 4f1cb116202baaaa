import type { CoverageReport } from '@testwarden/core/model/coverage'
import { coverageFormats } from '../../src/coverage/registry.js'
import type { OpenReader, Reader } from '../../src/format.js'

const loaded = new Map<string, OpenReader<CoverageReport>>()
// One after the other: the modules of jest fail where two of them are loaded at once.
for (const { id, load } of coverageFormats) loaded.set(id, await load())

/** A reader of the format with this id, without waiting for its code. */
export function openReader(id: string, path = 'report'): Reader<CoverageReport> {
  const open = loaded.get(id)
  if (open === undefined) throw new Error(`no format ${id}`)
  return open({ path })
}
