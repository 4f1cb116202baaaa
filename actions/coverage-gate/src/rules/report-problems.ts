import type { Problem } from '@testwarden/core/model/errors'
import type { Reason } from '@testwarden/core/model/verdict'
import type { Judgement, Subject } from '../subject.js'

/** More than these would bury the rest of the verdict; the step's page lists all. */
const MAX_REASONS = 5

/** What could not be read makes the verdict inconclusive: nobody knows what it would have said. */
export function reportProblems({ config, evidence }: Subject): Judgement {
  const isRelaxed = config.shared['on-report-error'].value === 'warn'
  const reasons = evidence.problems
    .slice(0, MAX_REASONS)
    .map((problem) => reasonOf(messageOf(problem), isRelaxed ? 'warn' : 'inconclusive'))
  const more = evidence.problems.length - MAX_REASONS
  if (more > 0) reasons.push(reasonOf(`${more} more reports could not be used.`, isRelaxed ? 'warn' : 'inconclusive'))
  return { reasons, findings: [] }
}

/** `coverage.xml:12: message remedy` */
function messageOf({ path, line, message, remedy }: Problem): string {
  const place = path === null ? '' : `${path}${line === null ? '' : `:${line}`}: `
  return `${place}${message}${remedy === null ? '' : ` ${remedy}`}`
}

function reasonOf(message: string, outcome: 'inconclusive' | 'warn'): Reason {
  return {
    ruleId: 'report-problems',
    title: 'reports readable',
    outcome,
    message,
    actual: null,
    limit: null,
    limitOrigin: 'none',
    unit: 'count',
    baseline: null,
  }
}
