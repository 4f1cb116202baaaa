import { encodeBacktest } from '@testwarden/core/files/backtest-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { EXIT } from '@testwarden/platform/conclusion'
import { backtestFlaky } from '../backtest/backtest-flaky.js'
import { backtestText } from '../backtest/backtest-text.js'
import type { Command, CommandCall, Terminal } from '../command.js'
import { openLocalStep } from '../open-local-step.js'
import { standAtRoot } from '../stand-at-root.js'

/** What a policy would have done, before anybody has to live with it. Reads only. */
export const backtest: Command = {
  name: 'backtest',
  summary: 'Replays a policy over recorded runs: what it would have excused, and what it should not have.',
  usage: 'backtest flaky [--policy <config file>] [options]',
  options: [
    {
      name: 'policy',
      takes: 'value',
      description: 'Config file whose section `flaky` is tried, beside that in force; only the latter when left out.',
    },
    {
      name: 'limit',
      takes: 'value',
      description: 'So many of the last runs of each job and matrix cell. Assumed: 1000.',
    },
    { name: 'json', takes: 'nothing', description: 'Print JSON (testwarden.backtest-flaky/1) instead of text.' },
    { name: 'config', takes: 'value', description: 'Config file in force; .github/testwarden.yml when left out.' },
    { name: 'history', takes: 'value', description: 'Where records are: `git:<branch or full ref>` or `dir:<path>`.' },
  ],
  run: runBacktest,
}

async function runBacktest(call: CommandCall, terminal: Terminal): Promise<number> {
  const [word, ...others] = call.words
  if (word !== 'flaky' || others.length > 0)
    throw new ConfigurationError('backtest needs to know what to replay.', {
      remedy: 'Write: testwarden backtest flaky',
    })
  const standing = standAtRoot(call, terminal)
  const step = await openLocalStep(standing, 'tree')
  try {
    const facts = await backtestFlaky(standing, step)
    if (call.flags.has('json')) terminal.print(encodeBacktest(facts))
    else terminal.print(backtestText(facts, terminal))
    for (const note of facts.notes) terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    return EXIT.ok
  } finally {
    await step.git.dispose()
  }
}
