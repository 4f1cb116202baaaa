import { limitOrigin } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import { parseDecimal } from '@testwarden/core/model/decimal'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { JudgedTest } from '../judging/judge-tests.js'
import { limitFacts } from '../limit.js'
import { type Judgement, NOTHING, type Subject } from '../subject.js'

/** How many tests of one run may be flaky: a suite in which too many are tells nothing any more. */
export function flakyTests({ judged, config, totals }: Subject): Judgement {
  const setting = config.own['flaky-tests']
  if (setting.value === null || totals.cases === 0) return NOTHING
  const flaky = judged.tests.filter(isFlake).length
  const limit = Math.max(setting.value, shareOf(totals.cases, config.own['flaky-percent'].value))
  const isBroken = flaky > limit
  if (!isBroken && setting.origin.kind === 'assumed') return NOTHING
  return {
    reasons: [
      {
        ruleId: 'flaky-tests',
        title: 'flaky tests',
        outcome: isBroken ? under(limitOrigin(setting), 'fail') : 'pass',
        message: `${countWord(flaky, 'flaky test')} in this run; at most ${formatInteger(limit)} of ${formatInteger(totals.cases)} may be.`,
        actual: flaky,
        ...limitFacts(setting, String(limit)),
        unit: 'count',
        baseline: null,
        wording: { actual: formatInteger(flaky), limit: `at most ${formatInteger(limit)}` },
      },
    ],
    findings: [],
  }
}

export function isFlake({ diagnosis }: Pick<JudgedTest, 'diagnosis'>): boolean {
  return diagnosis.kind === 'proven-flake' || diagnosis.kind === 'known-flake'
}

/** Whole tests of a share in percent, rounded down; exact, however the share is written. */
function shareOf(cases: number, percent: string | null): number {
  const share = parseDecimal(percent ?? '0')
  if (share === null) return 0
  return Number((BigInt(cases) * share.units) / (100n * 10n ** BigInt(share.scale)))
}
