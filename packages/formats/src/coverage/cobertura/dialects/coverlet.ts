import type { CoberturaDialect } from '../dialect.js'

const ROOT = 'line-rate,branch-rate,version,timestamp,lines-covered,lines-valid,branches-covered,branches-valid'

/** @see https://github.com/coverlet-coverage/coverlet/blob/master/src/coverlet.core/Reporters/CoberturaReporter.cs */
export const coverlet: CoberturaDialect = {
  id: 'coverlet',
  detect: ({ rootAttributes, version }) => version === '1.9' && rootAttributes.join() === ROOT,
  explain: ({ metric }) =>
    metric === 'branches' ? 'coverlet counts a branch once for each method that holds it' : null,
}
