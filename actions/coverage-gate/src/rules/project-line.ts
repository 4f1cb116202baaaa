import { countBy } from '@testwarden/core/model/coverage-formula'
import { PROJECT_LINE } from '../formula.js'
import { judgeProjectRate } from '../project-rate.js'
import { nameBy } from '../rule-name.js'
import type { Judgement, Subject } from '../subject.js'

/** Share of all that the formula counts, which is lines unless somebody says otherwise. */
export function projectLine(subject: Subject): Judgement {
  const { config, totals, headline } = subject
  return judgeProjectRate(
    {
      name: nameBy(headline, { ruleId: PROJECT_LINE, title: 'project coverage' }),
      setting: config.own.project.line,
      count: countBy(headline.counting, totals),
      baseline: (then) => countBy(headline.counting, then),
    },
    subject,
  )
}
