import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { printedText } from './printed-text.js'

const TABLE = /^benchmark name {2,200}samples +iterations +(?:est|mean)/m

/** What Catch2 prints of benchmarks. */
export const catch2Console: Format<BenchmarkReport> = {
  id: 'catch2-console',
  kind: 'benchmark',
  displayName: 'Catch2 console',
  url: 'https://github.com/catchorg/Catch2/blob/devel/docs/benchmarks.md',
  detect(head) {
    const text = printedText(head)
    return text !== null && TABLE.test(text)
  },
  load: async () => (await import('./catch2-console/reader.js')).catch2ConsoleReader,
}
