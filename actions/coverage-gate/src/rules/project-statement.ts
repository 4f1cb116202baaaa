import { judgeProjectRate } from '../project-rate.js'
import type { Judgement, Subject } from '../subject.js'

/** Share of all statements that ran. */
export function projectStatement(subject: Subject): Judgement {
  const { config, totals } = subject
  return judgeProjectRate(
    {
      name: { ruleId: 'project-statement', title: 'project statements', counted: 'statements' },
      setting: config.own.project.statement,
      count: totals.statements,
      baseline: (then) => then.statements,
    },
    subject,
  )
}
