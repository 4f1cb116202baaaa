import { encodeBacktest } from '@testwarden/core/files/backtest-file'
import { encodeBacktestIncidents } from '@testwarden/core/files/backtest-incidents-file'
import { encodeBacktestPerf } from '@testwarden/core/files/backtest-perf-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { EXIT } from '@testwarden/platform/conclusion'
import { backtestFlaky } from '../backtest/backtest-flaky.js'
import { backtestIncidents } from '../backtest/backtest-incidents.js'
import { backtestIncidentsText } from '../backtest/backtest-incidents-text.js'
import { backtestPerf } from '../backtest/backtest-perf.js'
import { backtestPerfText } from '../backtest/backtest-perf-text.js'
import { backtestText } from '../backtest/backtest-text.js'
import type { Command, CommandCall, Terminal } from '../command.js'
import { type LocalStep, openLocalStep } from '../open-local-step.js'
import { type Standing, standAtRoot } from '../stand-at-root.js'

/** What a policy would have done, before anybody has to live with it. Reads only. */
export const backtest: Command = {
  name: 'backtest',
  summary: 'Replays a policy over recorded runs: what it would have excused, made red or paged people for.',
  usage: 'backtest flaky | perf | incidents [--policy <config file>] [options]',
  options: [
    {
      name: 'policy',
      takes: 'value',
      description: 'Config file whose section is tried, beside that in force; only the latter when left out.',
    },
    {
      name: 'limit',
      takes: 'value',
      description: 'flaky, incidents: so many of the last runs of each job and matrix cell. Assumed: 1000.',
    },
    {
      name: 'json',
      takes: 'nothing',
      description: 'Print JSON (testwarden.backtest-flaky/1, backtest-perf/1 or backtest-incidents/1) instead of text.',
    },
    { name: 'config', takes: 'value', description: 'Config file in force; .github/testwarden.yml when left out.' },
    { name: 'history', takes: 'value', description: 'Where records are: `git:<branch or full ref>` or `dir:<path>`.' },
  ],
  run: runBacktest,
}

async function runBacktest(call: CommandCall, terminal: Terminal): Promise<number> {
  const [word = '', ...others] = call.words
  const replay = REPLAYS.get(word)
  if (replay === undefined || others.length > 0)
    throw new ConfigurationError('backtest needs to know what to replay.', {
      remedy: 'Write: testwarden backtest flaky, testwarden backtest perf, or testwarden backtest incidents',
    })
  const standing = standAtRoot(call, terminal)
  const step = await openLocalStep(standing, 'tree')
  try {
    const isJson = call.flags.has('json')
    const { text, notes } = await replay({ standing, step, isJson })
    terminal.print(text)
    for (const note of notes) terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    return EXIT.ok
  } finally {
    await step.git.dispose()
  }
}

interface Replaying {
  readonly standing: Standing
  readonly step: LocalStep
  readonly isJson: boolean
}

interface Replayed {
  readonly text: string
  readonly notes: readonly string[]
}

async function replayTests({ standing, step, isJson }: Replaying): Promise<Replayed> {
  const facts = await backtestFlaky(standing, step)
  return { text: isJson ? encodeBacktest(facts) : backtestText(facts, standing.terminal), notes: facts.notes }
}

async function replaySpeed({ standing, step, isJson }: Replaying): Promise<Replayed> {
  const facts = await backtestPerf(standing, step)
  return { text: isJson ? encodeBacktestPerf(facts) : backtestPerfText(facts, standing.terminal), notes: facts.notes }
}

async function replayIncidents({ standing, step, isJson }: Replaying): Promise<Replayed> {
  const facts = await backtestIncidents(standing, step)
  const text = isJson ? encodeBacktestIncidents(facts) : backtestIncidentsText(facts, standing.terminal)
  return { text, notes: facts.notes }
}

const REPLAYS: ReadonlyMap<string, (replaying: Replaying) => Promise<Replayed>> = new Map([
  ['flaky', replayTests],
  ['perf', replaySpeed],
  ['incidents', replayIncidents],
])
