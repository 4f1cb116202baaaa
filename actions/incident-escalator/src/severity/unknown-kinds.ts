import { suggest } from '@testwarden/core/config/suggest'
import type { ConfigurationError } from '@testwarden/core/model/errors'
import { SEVERITIES } from '@testwarden/core/model/severity'
import type { TestCategory } from '@testwarden/core/model/test-category'
import { errorAt } from '../config/error-at.js'
import type { SeveritySettings } from '../config/severity-config.js'

/** Of gates, beside the kinds of tests: `gate:coverage`, and the benchmarks of `gate:perf`. */
const GATE = /^gate:./
const OF_BENCHMARKS = 'performance'

/** Kinds that somebody wrote into the matrix and that there are not: they would make nothing severe, without a word. */
export function unknownKinds(
  { severity }: SeveritySettings,
  categories: readonly TestCategory[],
): readonly ConfigurationError[] {
  const known = categories.map(({ name }) => name)
  return SEVERITIES.flatMap((each) => {
    const setting = severity[each].categories
    // What is assumed may name kinds that a project has none of.
    if (setting.origin.kind === 'assumed') return []
    return setting.value
      .filter((name) => !known.includes(name) && !GATE.test(name) && name !== OF_BENCHMARKS)
      .map((name) => {
        const meant = suggest(name, known)
        const have = `Write one of ${known.join(', ')}, or name it under \`categories\`.`
        const remedy = meant === null ? have : `Did you mean ${meant}?`
        return errorAt(setting, `\`severity.${each}\` names the kind of tests ${name}, which there is not.`, remedy)
      })
  })
}
