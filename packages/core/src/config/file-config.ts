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
} as const
