import type { BacktestedSpeedPolicy, BacktestPerfFile } from '@testwarden/core/files/backtest-perf-file'
import type { Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { formatChange } from '@testwarden/core/render/ratio'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { TerminalOptions } from '@testwarden/core/render/terminal-table'

const LISTED = 20
const OUTCOMES = { confirmed: 'confirmed', false: 'not confirmed', undetermined: 'too late to tell' } as const

/** A backtest for people: what each policy would have said, then the reds of the first one. */
export function backtestPerfText(facts: Omit<BacktestPerfFile, 'schema'>, options: TerminalOptions): string {
  return `${renderTerminal(sectionsOf(facts), options)}\n`
}

function sectionsOf({ runs, benchmarks, policies }: Omit<BacktestPerfFile, 'schema'>): readonly Section[] {
  if (runs === 0)
    return [{ kind: 'text', text: 'The history has no run of benchmarks on the default branch to replay.' }]
  const [first] = policies
  return [
    { kind: 'text', text: `${countWord(runs, 'run')} of ${countWord(benchmarks, 'benchmark')} replayed.` },
    {
      kind: 'table',
      columns: [
        { title: 'with', align: 'left' },
        { title: 'red runs', align: 'right' },
        { title: 'not confirmed later', align: 'right' },
      ],
      rows: policies.map(({ config, redRuns, falseRuns }): readonly Inline[] => [
        config ?? 'what is assumed',
        formatInteger(redRuns),
        formatInteger(falseRuns),
      ]),
    },
    ...(first === undefined ? [] : redsOf(first)),
  ]
}

function redsOf({ reds }: BacktestedSpeedPolicy): readonly Section[] {
  if (reds.length === 0) return []
  const items = reds
    .slice(0, LISTED)
    .map(
      ({ benchmark, commit, since, permille, outcome }): Inline => [
        { kind: 'code', text: benchmark },
        ` ${formatChange(permille / 1000)} worse since ${since.slice(0, 10)}, red at ${commit.slice(0, 10)}: ${OUTCOMES[outcome]}`,
      ],
    )
  const left = reds.length - items.length
  return [
    {
      kind: 'list',
      heading: 'What would have been red',
      items: left > 0 ? [...items, `and ${formatInteger(left)} more`] : items,
    },
  ]
}
