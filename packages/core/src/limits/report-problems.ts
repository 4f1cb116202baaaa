import type { Problem } from '../model/errors.js'
import { type Reason, WITHOUT_NUMBERS } from '../model/verdict.js'

/** More than these would bury the rest of the verdict; the step's page lists all. */
const MAX_REASONS = 5

/** The part of a gate's shared settings that says what an unreadable report means. */
export interface ReportErrorSettings {
  readonly 'on-report-error': { readonly value: 'error' | 'warn' }
}

/** What could not be read makes a verdict inconclusive, in every gate: nobody knows what it would have said. */
export function reportProblemReasons(problems: readonly Problem[], settings: ReportErrorSettings): readonly Reason[] {
  const outcome = settings['on-report-error'].value === 'warn' ? 'warn' : 'inconclusive'
  const reasons = problems.slice(0, MAX_REASONS).map((problem) => reasonOf(messageOf(problem), outcome))
  const more = problems.length - MAX_REASONS
  return more > 0 ? [...reasons, reasonOf(`${more} more reports could not be used.`, outcome)] : reasons
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
    ...WITHOUT_NUMBERS,
  }
}
