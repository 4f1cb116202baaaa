import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject, type JsonValue } from '../json/value.js'

/** What scripts save of tinybench: its results, with or without names, or its table. It has no report of its own. */
export const tinybench: Format<BenchmarkReport> = {
  id: 'tinybench',
  kind: 'benchmark',
  displayName: 'tinybench results',
  url: 'https://tinylibs.github.io/tinybench/types/TaskResult.html',
  detect(head) {
    const root = peekJson(head) ?? undefined
    const results = asObject(root)
    const tasks = asArray(results?.get('tasks') ?? results?.get('results') ?? root)
    return tasks?.some((task) => isTask(task) || isTask(asObject(task)?.get('result'))) === true
  },
  load: async () => (await import('./tinybench/reader.js')).tinybenchReader,
}

/** Of a result, of one before tinybench 3, which is flat, of a row of the table; of a task that failed. */
const MARKS: readonly (readonly string[])[] = [
  ['latency', 'totalTime'],
  ['latency', 'throughput'],
  ['hz', 'period', 'totalTime'],
  ['Latency avg (ns)'],
  ['Average Time (ns)'],
  ['Task name', 'Error'],
  ['state', 'timestampProviderName'],
]

function isTask(value: JsonValue | undefined): boolean {
  const task = asObject(value)
  return task !== null && MARKS.some((keys) => keys.every((key) => task.has(key)))
}
