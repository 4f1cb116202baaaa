import { judgeProjectRate } from '../project-rate.js'
import type { Judgement, Subject } from '../subject.js'

/** Share of all coverable lines that ran. */
export function projectLine({ config, evidence, totals }: Subject): Judgement {
  return judgeProjectRate(
    {
      name: { ruleId: 'project-line', title: 'project coverage', counted: 'lines' },
      setting: config.own.project.line,
      count: totals.lines,
      baseline: (then) => then.lines,
    },
    evidence.facts,
  )
}
