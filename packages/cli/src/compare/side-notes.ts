import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { countWord } from '@testwarden/core/render/inline'
import type { GoodReport } from '@testwarden/intake/read-report'
import type { Side } from './read-side.js'

/** What to be careful about, in reports and in what they were measured on. For people. */
export function sideNotes(base: Side, head: Side): readonly string[] {
  return [...[base, head].flatMap(({ reports }) => reports.flatMap(reportNotes)), ...machineNotes(base, head)]
}

function reportNotes({ path, partial, warnings }: GoodReport<BenchmarkReport>): readonly string[] {
  const told = warnings.map(({ line, message }) => `${path}${line === null ? '' : `:${line}`}: ${message}`)
  return partial && told.length === 0 ? [`${path}: it is cut off at its end`] : told
}

function machineNotes(base: Side, head: Side): readonly string[] {
  const [before, after] = [processorsOf(base), processorsOf(head)]
  if (before === '' || after === '' || before === after) return []
  return [`The processors differ: ${before} in base, ${after} in head. What changed may be theirs.`]
}

function processorsOf({ reports }: Side): string {
  const known = reports.map(({ model }) => model.machine?.cpu ?? null).filter((cpu) => cpu !== null)
  const all = [...new Set(known)].sort()
  const [first = ''] = all
  return all.length > 1 ? `${first} and ${countWord(all.length - 1, 'other')}` : first
}
