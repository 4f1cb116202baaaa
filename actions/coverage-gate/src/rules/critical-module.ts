import { under } from '@testwarden/core/limits/under'
import { countBy } from '@testwarden/core/model/coverage-formula'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import { sumFiles } from '../components/recorded-parts.js'
import { countsOfFile } from '../count-file.js'
import { ASSUMED_CRITICAL_LINE, type CriticalModule } from '../critical-modules.js'
import { judgeFloor, unjudged } from '../floor.js'
import { type Limit, withAccepts } from '../limit.js'
import { nameBy } from '../rule-name.js'
import type { Judgement, Subject } from '../subject.js'

/** Rate of each module that the user called critical. One that no report mentions fails: nobody tests it. */
export function criticalModule(subject: Subject): Judgement {
  return { reasons: subject.config.own.critical.value.map((module) => judgeModule(module, subject)), findings: [] }
}

function judgeModule(module: CriticalModule, { config, evidence, headline }: Subject): Reason {
  const subject = module.files
  const name = nameBy(headline, { ruleId: 'critical-module', title: `critical: ${subject}`, subject })
  const limit = withAccepts(floorOf(module), { ruleId: name.ruleId, stricter: 'higher', subject, config })
  const matches = createPathMatcher(module.files)
  const own = evidence.facts.files.filter(({ path }) => matches(path))
  // The module was listed by the user even where its floor was not.
  if (own.length === 0)
    return { ...unjudged(name, { ...limit, origin: 'written' }, missing(module)), wording: { actual: 'in no report' } }
  const count = countBy(
    headline.counting,
    sumFiles(own.map((file) => ({ path: file.path, totals: countsOfFile(file) }))),
  )
  if (count !== null && count.total > 0) return judgeFloor(name, count, limit)
  const message = `The reports list no coverable line in ${module.files}.`
  return unjudged(name, limit, { outcome: under(limit.origin, 'inconclusive'), message })
}

function floorOf({ line }: CriticalModule): Pick<Limit, 'value' | 'origin'> {
  return line === null ? { value: ASSUMED_CRITICAL_LINE, origin: 'assumed' } : { value: line, origin: 'written' }
}

function missing({ files }: CriticalModule): { readonly outcome: Outcome; readonly message: string } {
  const remedy = 'Check the pattern, or include the module in the coverage run.'
  return { outcome: 'fail', message: `No report mentions a file that matches ${files}. ${remedy}` }
}
