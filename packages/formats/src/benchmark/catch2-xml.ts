import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'

/** Of version 2 and of version 3. */
const ROOTS: readonly string[] = ['Catch', 'Catch2TestRun']

/** What Catch2 writes with `--reporter xml`; its tests are not read. */
export const catch2Xml: Format<BenchmarkReport> = {
  id: 'catch2-xml',
  kind: 'benchmark',
  displayName: 'Catch2 XML',
  url: 'https://github.com/catchorg/Catch2/blob/devel/docs/reporters.md',
  detect: (head) => ROOTS.includes(peekXml(head)?.root ?? ''),
  load: async () => (await import('./catch2-xml/reader.js')).catch2XmlReader,
}
