import { globs } from './fields/globs.js'
import { text } from './fields/text.js'

/** Settings at the top of the config file, above the sections of the gates. */
export const fileConfig = {
  history: text({
    description:
      'Where past runs are kept: `dir:<path>` relative to the workspace. Without it nothing is compared with the past.',
    fallback: null,
    input: 'history',
    role: 'structure',
  }),
  redact: globs({
    description:
      'Texts that must never be published, beside the known shapes of tokens. `*` stands for any run of characters without white space, as in `ACME-*`.',
    fallback: [],
    input: null,
    role: 'structure',
  }),
} as const
