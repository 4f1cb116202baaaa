import type { Inline, Section } from '@testwarden/core/model/page'
import { testNameOf } from '@testwarden/core/model/test-key'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { addBacktests, type FailureTally, type PolicyBacktest } from '../backtest/backtest.js'
import type { FlakyFacts } from '../facts.js'

const LISTED = 10

/** Of a change that alters the policy: what that would have meant for the last runs of the default branch. */
export function triedPolicySections({ legs }: FlakyFacts): readonly Section[] {
  const { runs, policies } = addBacktests(legs.flatMap(({ backtest }) => backtest ?? []))
  const [tried, inForce] = policies
  if (runs === 0 || tried === undefined || inForce === undefined) return []
  return [
    {
      kind: 'table',
      heading: `With the policy of this change, the last ${countWord(runs, 'run')} would have had`,
      columns: [
        { title: '', align: 'left' },
        { title: 'with this change', align: 'right' },
        { title: 'as it is', align: 'right' },
      ],
      rows: ROWS.map(([title, tell]): readonly Inline[] => [title, tell(tried), tell(inForce)]),
    },
    ...regressionsOf(tried),
  ]
}

const ROWS: readonly (readonly [string, (policy: PolicyBacktest) => string])[] = [
  ['red runs', ({ redRuns }) => formatInteger(redRuns)],
  ['reruns saved', ({ rerunsSaved }) => formatInteger(rerunsSaved)],
  ['flakes excused', ({ flakes }) => shareOf(flakes)],
  ['real regressions excused', ({ regressions }) => shareOf(regressions)],
  ['undetermined, excused', ({ undetermined }) => shareOf(undetermined)],
]

function shareOf({ excused, failures }: FailureTally): string {
  return `${formatInteger(excused)} of ${formatInteger(failures)}`
}

function regressionsOf({ excusedRegressions, regressions }: PolicyBacktest): readonly Section[] {
  if (excusedRegressions.length === 0) return []
  const items = excusedRegressions
    .slice(0, LISTED)
    .map(({ key, commit }): Inline => [testNameOf(key), ' at ', { kind: 'code', text: commit.slice(0, 10) }])
  const left = regressions.excused - items.length
  const more = left > 0 ? [`and ${formatInteger(left)} more`] : []
  return [{ kind: 'list', heading: 'Real regressions that it would have excused', items: [...items, ...more] }]
}
