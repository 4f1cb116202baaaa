import { judgeProjectRate } from '../project-rate.js'
import type { Judgement, Subject } from '../subject.js'

/** Share of all functions that were called. */
export function projectFunction(subject: Subject): Judgement {
  const { config, totals } = subject
  return judgeProjectRate(
    {
      name: { ruleId: 'project-function', title: 'project functions', counted: 'functions' },
      setting: config.own.project.function,
      count: totals.functions,
      baseline: (then) => then.functions,
    },
    subject,
  )
}
