import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { printedText } from './printed-text.js'

const RESULT = /^.{1,400} x [0-9.,]+ ops\/sec ±[0-9.,]+% \([0-9]+ runs? sampled\)/m

/** What Benchmark.js makes of each benchmark as text: `String(event.target)`. */
export const benchmarkjs: Format<BenchmarkReport> = {
  id: 'benchmarkjs',
  kind: 'benchmark',
  displayName: 'Benchmark.js text',
  url: 'https://benchmarkjs.com/docs/#prototype_toString',
  detect(head) {
    const text = printedText(head)
    return text !== null && RESULT.test(text)
  },
  load: async () => (await import('./benchmarkjs/reader.js')).benchmarkjsReader,
}
