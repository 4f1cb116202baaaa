import { categories } from './fields/categories.js'
import { globs } from './fields/globs.js'
import { text } from './fields/text.js'
import { tightenToFirst } from './tighten.js'

/** Settings at the top of the config file, above the sections of the gates. */
export const fileConfig = {
  history: {
    ...text({
      description:
        'Where past runs are kept: `git:testwarden-history` (or another branch or full ref of this repository, made when missing), or `dir:<path>` relative to the workspace. Without it nothing is compared with the past.',
      fallback: null,
      input: 'history',
      role: 'policy',
    }),
    // Which records are believed is the base's say; where it says nothing, a change may.
    tighten: tightenToFirst<string | null>,
  },
  redact: globs({
    description:
      'Texts that must never be published, beside the known shapes of tokens. `*` stands for any run of characters without white space, as in `ACME-*`.',
    fallback: [],
    input: null,
    role: 'policy',
    strictWith: 'more',
  }),
  categories: categories({
    description:
      'Kinds of tests, for every gate that treats them apart: `<name>: {paths: <globs>, names: <whole words of the name>, markers: <tags of the report>, owner, budget: <time>}`.',
  }),
} as const
