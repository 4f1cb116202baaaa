import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'

/** OpenCover XML, also as coverlet and AltCover write it. */
export const opencover: Format<CoverageReport> = {
  id: 'opencover',
  kind: 'coverage',
  displayName: 'OpenCover XML',
  url: 'https://github.com/OpenCover/opencover/blob/master/main/OpenCover.Framework/Persistance/FilePersistance.cs',
  detect: (head) => peekXml(head)?.root === 'CoverageSession',
  load: async () => (await import('./opencover/reader.js')).opencoverReader,
}
