import { ConfigurationError } from '@testwarden/core/model/errors'
import { EXIT } from '@testwarden/platform/conclusion'
import { judgeGates } from '@testwarden/platform/judge-gates'
import { GATES } from '@testwarden/suite/gates'
import { chooseGates, gateOptions } from '../choose-gates.js'
import type { Command, CommandCall, Terminal } from '../command.js'
import { openLocalStep } from '../open-local-step.js'
import { showLocalStep } from '../show-local-step.js'
import { standAtRoot } from '../stand-at-root.js'

/** The verdict of the actions, on a developer's machine and over the working tree. */
export const check: Command = {
  name: 'check',
  summary: 'Judges your working tree as the actions would judge the pull request.',
  usage: `check [${GATES.map(({ gate }) => gate).join(' | ')}]... [options]`,
  options: [
    { name: 'base', takes: 'value', description: 'Branch or commit to compare with; the likely one when left out.' },
    {
      name: 'diff',
      takes: 'value',
      description: 'Unified diff to take the changed lines from, instead of asking git.',
    },
    { name: 'config', takes: 'value', description: 'Config file; .github/testwarden.yml when left out.' },
    {
      name: 'rerun',
      takes: 'nothing',
      description:
        'Run commands on this machine: failed tests again by `rerun-command`, benchmarks of base and change by `command`. Without it nothing is run.',
    },
    { name: 'json', takes: 'nothing', description: 'Print the verdict as JSON (testwarden.verdict/1).' },
    {
      name: 'html',
      takes: 'value',
      description: 'Also write the page to this file, as one self-contained HTML with every file line by line.',
    },
    {
      name: 'markdown',
      takes: 'value',
      description: 'Also write the page to this file, as the job summary would have it.',
    },
    ...gateOptions(),
  ],
  run: runCheck,
}

async function runCheck(given: CommandCall, caller: Terminal): Promise<number> {
  const definitions = chooseGates(given.words)
  const standing = standAtRoot(given, caller)
  const { call, terminal } = standing
  const step = await openLocalStep(standing, 'base')
  try {
    const withoutInput = call.words.length > 0 ? 'is-an-error' : 'is-left-out'
    const gates = await judgeGates({
      definitions,
      sources: step.sources,
      run: step.run,
      ports: step.ports,
      withoutInput,
    })
    if (gates.length === 0) throw nothingToJudge()
    await showLocalStep({ step, gates, call, terminal })
    return Math.max(EXIT.ok, ...gates.map(({ exitCode }) => exitCode))
  } finally {
    await step.git.dispose()
  }
}

function nothingToJudge(): ConfigurationError {
  return new ConfigurationError(
    'No gate has any input: no report was found in this folder or below, nor elsewhere in its repository.',
    {
      remedy: GATES.map(({ gate, noInputRemedy }) => `${gate}: ${noInputRemedy}`).join('\n  '),
    },
  )
}
