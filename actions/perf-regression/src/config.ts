import type { Settings } from '@testwarden/core/config/field'
import { count } from '@testwarden/core/config/fields/count'
import { globs } from '@testwarden/core/config/fields/globs'

/** The section `perf` of the config file and the inputs of the action. */
export const perfConfig = {
  files: globs({
    description: 'Files, folders or globs of the files that are counted.',
    fallback: [],
    input: 'files',
    role: 'structure',
  }),
  'max-files': count({
    description: 'So many files there may be.',
    fallback: 100,
    input: 'max-files',
    role: 'policy',
    stricter: 'lower',
  }),
} as const

export type PerfSettings = Settings<typeof perfConfig>
