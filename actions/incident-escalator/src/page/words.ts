import type { Inline } from '@testwarden/core/model/page'
import type { Severity } from '@testwarden/core/model/severity'
import { clip } from '@testwarden/core/render/clip'
import { countWord } from '@testwarden/core/render/inline'
import { formatFraction, formatInteger, formatPercent } from '@testwarden/core/render/numbers'
import type { Trouble, TroubleCause } from '../detect/trouble.js'
import type { SeverityCause } from '../severity/judge-severity.js'

const NAME_CHARACTERS = 100
const NAMES_SHOWN = 10
const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** `2026-11-22 10:35 UTC` */
export function momentText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
}

/** How long something took: `2 h 5 min`. */
export function lastedText(durationMs: number): string {
  const minutes = Math.floor(durationMs / MINUTE_MS)
  if (minutes < 1) return 'less than a minute'
  const [days, hours] = [Math.floor(minutes / DAY_MINUTES), Math.floor((minutes % DAY_MINUTES) / HOUR_MINUTES)]
  if (days > 0) return `${countWord(days, 'day')}${hours === 0 ? '' : ` ${hours} h`}`
  const rest = minutes % HOUR_MINUTES
  return hours === 0 ? `${rest} min` : `${hours} h${rest === 0 ? '' : ` ${rest} min`}`
}

/** A name as somebody wrote it, such as a login: as code it notifies nobody. */
export function nameCode(name: string): Inline {
  return { kind: 'code', text: clip(name, NAME_CHARACTERS) }
}

/** `octocat`, `hubot` and 3 more */
export function namesCode(names: readonly string[]): Inline {
  return namesText(names.map(nameCode))
}

export function namesText(names: readonly Inline[]): Inline {
  const shown = names.slice(0, NAMES_SHOWN).flatMap((name, index): Inline[] => (index === 0 ? [name] : [', ', name]))
  const left = names.length - NAMES_SHOWN
  return left > 0 ? [...shown, ` and ${formatInteger(left)} more`] : shown
}

/** Whether tests that fail are what it is about. */
export function isOfTests(because: TroubleCause): because is SeverityCause {
  return because.kind === 'rate' || because.kind === 'category' || because.kind === 'any-failure'
}

/** How bad it is and why, as far as this run tells. */
export function severityText(severity: Severity, trouble: Trouble | null): Inline {
  if (trouble === null) return severity
  const isWorst = trouble.severity === severity
  return [
    isWorst ? `${severity}: ` : `${severity}, the worst so far. Now ${trouble.severity}: `,
    causeText(trouble.because),
  ]
}

/** Reads on after a colon. */
export function causeText(because: TroubleCause): Inline {
  switch (because.kind) {
    case 'rate': {
      const { failed: numerator, total: denominator, limit } = because
      const percent = formatPercent({ numerator, denominator }, limit)
      return `${formatFraction({ numerator, denominator }, { counted: 'tests', percent })} failed, the limit is ${limit} %`
    }
    case 'category':
      return [`${countWord(because.failed, 'test')} of the kind `, nameCode(because.category), ' failed']
    case 'any-failure':
      return `${formatInteger(because.failed)} of ${countWord(because.total, 'test')} failed`
    case 'gate':
      return ['the gate ', nameCode(because.gate), ' failed by its rule ', nameCode(because.rule)]
    case 'workflow':
      return ['the workflow ended with ', nameCode(because.conclusion)]
    case 'missed-run': {
      const since = because.since === null ? 'and no earlier run is known' : `since ${momentText(because.since)}`
      return ['no run of ', nameCode(because.workflow), ` was seen ${since}`]
    }
  }
}
