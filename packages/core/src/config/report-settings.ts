import { globs } from './fields/globs.js'
import { text } from './fields/text.js'

export interface ReportWords {
  /** Such as `the coverage reports`. */
  readonly reports: string
  /** Id of a format of them. */
  readonly format: string
}

/** Where an action that reads reports finds them, and what it takes them for: alike in each section. */
export function reportSettings({ reports, format }: ReportWords) {
  return {
    reports: globs({
      description: `Files, folders or globs of ${reports}. Without any, reports are found everywhere by their content.`,
      fallback: [],
      input: 'reports',
      role: 'structure',
    }),
    format: text({
      description: `Id of the format that the named reports are read as, such as \`${format}\`. Otherwise the content tells.`,
      fallback: null,
      input: 'format',
      role: 'structure',
    }),
    roots: globs({
      description:
        'Folders that paths in reports may be relative to: relative ones are put in front, absolute ones are taken off.',
      fallback: [],
      input: 'roots',
      role: 'structure',
    }),
  } as const
}
