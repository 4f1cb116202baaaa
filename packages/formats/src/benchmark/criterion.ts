import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject, type JsonObject } from '../json/value.js'
import { criterionGroups } from './criterion/groups.js'

/** What Criterion.rs leaves in `target/criterion/<benchmark>/new`: its name, estimates and samples, each in a file. */
export const criterion: Format<BenchmarkReport> = {
  id: 'criterion',
  kind: 'benchmark',
  displayName: 'Criterion.rs files',
  url: 'https://bheisler.github.io/criterion.rs/book/user_guide/csv_output.html',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return root !== null && (isSample(root) || isEstimates(root) || isBenchmark(root))
  },
  group: criterionGroups,
  load: async () => (await import('./criterion/reader.js')).criterionReader,
}

function isSample(root: JsonObject): boolean {
  return asArray(root.get('iters')) !== null && (root.has('sampling_mode') || asArray(root.get('times')) !== null)
}

/** The file of what changed since the run before has nothing but the first two. */
function isEstimates(root: JsonObject): boolean {
  const isOfRun = root.has('std_dev') || root.has('median_abs_dev') || root.has('slope')
  return isOfRun && asObject(root.get('mean'))?.has('point_estimate') === true
}

function isBenchmark(root: JsonObject): boolean {
  return root.has('group_id') && root.has('function_id') && root.has('value_str')
}
