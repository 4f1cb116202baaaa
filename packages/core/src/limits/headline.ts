import type { Outcome } from '../model/outcome.js'
import type { Reason } from '../model/verdict.js'

/** The worst first: what a reader must know if they read one sentence. */
const TOLD_FIRST: readonly Outcome[] = ['fail', 'inconclusive', 'warn', 'pass', 'skipped']

/** The message of the first reason of the worst kind, with its name; how many more there are of that kind. */
export function headlineOf(reasons: readonly Reason[]): string {
  for (const outcome of TOLD_FIRST) {
    const [first, ...others] = reasons.filter((reason) => reason.outcome === outcome)
    if (first === undefined) continue
    const isTrouble = outcome === 'fail' || outcome === 'inconclusive' || outcome === 'warn'
    const more = isTrouble && others.length > 0 ? ` And ${others.length} more.` : ''
    return `${capitalised(first.title)}: ${first.message}${more}`
  }
  return 'No limit is set, so nothing was judged.'
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
