import { judgeProjectRate } from '../project-rate.js'
import type { Judgement, Subject } from '../subject.js'

/** Share of all branches that were taken. */
export function projectBranch(subject: Subject): Judgement {
  const { config, totals } = subject
  return judgeProjectRate(
    {
      name: { ruleId: 'project-branch', title: 'project branches', counted: 'branches' },
      setting: config.own.project.branch,
      count: totals.branches,
      baseline: (then) => then.branches,
    },
    subject,
  )
}
