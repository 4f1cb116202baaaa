const PESTER = /^pester\b/i
const KOVER = /\b(?:kover|intellij)\b/i

/** What a report shows of its writer. */
export interface JacocoClues {
  readonly reportName: string
  /** Some method has instructions, but no counter of its own: JaCoCo always writes both. */
  readonly hasUncountedMethods: boolean
}

/** The tool behind a report where it is not JaCoCo itself, whose reports carry the name of a project: null. */
export function findDialect({ reportName, hasUncountedMethods }: JacocoClues): string | null {
  if (PESTER.test(reportName)) return 'pester'
  return hasUncountedMethods || KOVER.test(reportName) ? 'kover' : null
}
