import type { BacktestCounts, BacktestedPolicy, BacktestFile } from '@testwarden/core/files/backtest-file'
import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { TerminalOptions } from '@testwarden/core/render/terminal-table'

const LISTED = 20

/** A backtest for people: the counts of each policy side by side, then the regressions that it would have let pass. */
export function backtestText(facts: Omit<BacktestFile, 'schema'>, options: TerminalOptions): string {
  return `${renderTerminal([headOf(facts), ...(facts.runs === 0 ? [] : bodyOf(facts))], options)}\n`
}

function headOf({ runs, failedRuns, first, last }: Omit<BacktestFile, 'schema'>): Section {
  if (runs === 0 || first === null || last === null)
    return { kind: 'text', text: 'The history has no run of the default branch to replay.' }
  const span = `${first.slice(0, 10)} to ${last.slice(0, 10)}`
  return {
    kind: 'text',
    text: `${countWord(runs, 'run')} replayed (${span}), ${formatInteger(failedRuns)} of them failed.`,
  }
}

function bodyOf({ policies }: Omit<BacktestFile, 'schema'>): readonly Section[] {
  return [
    {
      kind: 'table',
      columns: [
        { title: 'with the policy of', align: 'left' },
        ...policies.map(({ config }) => ({ title: config ?? 'nobody', align: 'right' as const })),
      ],
      rows: ROWS.map(([title, cellOf]): readonly Inline[] => [title, ...policies.map((policy) => cellOf(policy))]),
    },
    ...policies.flatMap(regressionsOf),
  ]
}

const ROWS: readonly (readonly [string, (policy: BacktestedPolicy) => string])[] = [
  ['flakes excused', ({ flakes }) => shareOf(flakes)],
  ['flakes not excused', ({ flakes }) => formatInteger(flakes.failures - flakes.excused)],
  ['real regressions excused', ({ regressions }) => shareOf(regressions)],
  ['undetermined, excused', ({ undetermined }) => shareOf(undetermined)],
  [
    'flakes diagnosed as such',
    ({ flakes }) => `${formatInteger(flakes.calledFlaky)} of ${formatInteger(flakes.failures)}`,
  ],
  [
    'regressions diagnosed as flakes',
    ({ regressions }) => `${formatInteger(regressions.calledFlaky)} of ${formatInteger(regressions.failures)}`,
  ],
  ['red runs', ({ redRuns }) => formatInteger(redRuns)],
  ['reruns saved', ({ rerunsSaved }) => formatInteger(rerunsSaved)],
]

function shareOf({ excused, failures }: BacktestCounts): string {
  return `${formatInteger(excused)} of ${formatInteger(failures)}`
}

function regressionsOf({ config, regressions, excusedRegressions }: BacktestedPolicy): readonly Section[] {
  if (regressions.excused === 0) return []
  const left = regressions.excused - Math.min(LISTED, excusedRegressions.length)
  const items: Inline[] = excusedRegressions
    .slice(0, LISTED)
    .map(({ test, commit, time }) => [
      test,
      ' at ',
      { kind: 'code', text: commit.slice(0, 10) },
      `, ${time.slice(0, 10)}`,
    ])
  return [
    {
      kind: 'list',
      heading: `Real regressions that ${config ?? 'it'} would have excused`,
      items: left > 0 ? [...items, `and ${formatInteger(left)} more`] : items,
    },
  ]
}
