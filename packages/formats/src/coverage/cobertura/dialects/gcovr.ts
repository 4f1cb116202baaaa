import type { CoberturaDialect } from '../dialect.js'

/** @see https://github.com/gcovr/gcovr/blob/main/src/gcovr/formats/cobertura/write.py */
export const gcovr: CoberturaDialect = {
  id: 'gcovr',
  detect: ({ version }) => version.startsWith('gcovr'),
  explain: () =>
    'gcovr keeps only one of several files of a folder whose names differ in nothing but dots and underscores, but counts them all',
}
