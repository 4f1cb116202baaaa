import type { CloverDialect } from '../dialect.js'

/** The tool that the format comes from. It counts statements, and two outcomes of each condition. */
export const openclover: CloverDialect = {
  id: 'openclover',
  detect: ({ version, projectName }) => version !== null && !(version === '3.2.0' && projectName === 'All files'),
  explain: ({ metric }) =>
    metric === 'lines' ? 'OpenClover counts statements, of which several may stand on one line' : null,
}
