import { judgeProjectRate } from '../project-rate.js'
import type { Judgement, Subject } from '../subject.js'

/** Share of all coverable lines that ran. */
export function projectLine(subject: Subject): Judgement {
  const { config, totals } = subject
  return judgeProjectRate(
    {
      name: { ruleId: 'project-line', title: 'project coverage', counted: 'lines' },
      setting: config.own.project.line,
      count: totals.lines,
      baseline: (then) => then.lines,
    },
    subject,
  )
}
