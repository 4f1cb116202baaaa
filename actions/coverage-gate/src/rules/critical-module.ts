import { addCounts, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { ASSUMED_CRITICAL_LINE, type CriticalModule } from '../critical-modules.js'
import type { FileFacts } from '../file-facts.js'
import { countFileFacts } from '../file-facts.js'
import { judgeFloor, type RuleName, unjudged } from '../floor.js'
import { type Limit, under, withAccepts } from '../limit.js'
import { createPathMatcher } from '../path-matcher.js'
import type { Judgement, Subject } from '../subject.js'

/** Line rate of each module that the user called critical. One that no report mentions fails: nobody tests it. */
export function criticalModule({ config, evidence }: Subject): Judgement {
  const modules = config.own.critical.value
  return { reasons: modules.map((module) => judgeModule(module, evidence.facts.files, config)), findings: [] }
}

function judgeModule(module: CriticalModule, files: readonly FileFacts[], config: Subject['config']): Reason {
  const subject = module.files
  const name: RuleName = { ruleId: 'critical-module', title: `critical: ${subject}`, counted: 'lines', subject }
  const limit = withAccepts(floorOf(module), { ruleId: name.ruleId, stricter: 'higher', subject, config })
  const matches = createPathMatcher(module.files)
  const own = files.filter(({ path }) => matches(path))
  // The module was listed by the user even where its floor was not.
  if (own.length === 0)
    return { ...unjudged(name, { ...limit, origin: 'written' }, missing(module)), wording: { actual: 'in no report' } }
  const count = own.map((file) => countFileFacts(file).lines).reduce(addCounts, NOTHING_COUNTED)
  if (count.total > 0) return judgeFloor(name, count, limit)
  const message = `The reports list no coverable line in ${module.files}.`
  return unjudged(name, limit, { outcome: under(limit, 'inconclusive'), message })
}

function floorOf({ line }: CriticalModule): Pick<Limit, 'value' | 'origin'> {
  return line === null ? { value: ASSUMED_CRITICAL_LINE, origin: 'assumed' } : { value: line, origin: 'written' }
}

function missing({ files }: CriticalModule): { readonly outcome: Outcome; readonly message: string } {
  const remedy = 'Check the pattern, or include the module in the coverage run.'
  return { outcome: 'fail', message: `No report mentions a file that matches ${files}. ${remedy}` }
}
