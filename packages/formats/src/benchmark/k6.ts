import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject, type JsonObject } from '../json/value.js'

/** The summary of a load test, as `--summary-export` writes it and as `handleSummary` gets it, in all generations. */
export const k6: Format<BenchmarkReport> = {
  id: 'k6',
  kind: 'benchmark',
  displayName: 'k6 summary',
  url: 'https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return root !== null && (root.has('root_group') || hasMetrics(root) || isMachineReadable(root))
  },
  load: async () => (await import('./k6/reader.js')).k6Reader,
}

/** Where the groups stand behind the head. Every run counts its iterations or its data, or has limits. */
function hasMetrics(root: JsonObject): boolean {
  const metrics = asObject(root.get('metrics'))
  return [...(metrics?.values() ?? [])].some((value) => {
    const metric = asObject(value)
    if (metric === null) return false
    return (metric.has('type') && metric.has('contains')) || (metric.has('avg') && metric.has('med'))
  })
}

/** The script may be longer than the head, so what stands in front of it must do. */
function isMachineReadable(root: JsonObject): boolean {
  const config = asObject(root.get('config'))
  const execution = config?.get('execution')
  if (typeof config?.get('duration') === 'number' && (execution === 'local' || execution === 'cloud')) return true
  if (asObject(root.get('metadata'))?.has('k6_version') === true) return true
  const [metric] = asArray(asObject(root.get('results'))?.get('metrics')) ?? []
  return asObject(metric)?.has('contains') === true
}
