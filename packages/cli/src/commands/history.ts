import { suggest } from '@testwarden/core/config/suggest'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { DEFAULT_RETENTION } from '@testwarden/history/retention'
import type { Command, CommandCall, Option, Terminal } from '../command.js'
import { exportHistory } from '../history/export-history.js'
import type { HistoryCall, HistoryCommand } from '../history/history-command.js'
import { importHistory } from '../history/import-history.js'
import { openHistoryCall } from '../history/open-history-call.js'
import { pruneHistory } from '../history/prune-history.js'
import { repairHistory } from '../history/repair-history.js'
import { showHistory } from '../history/show-history.js'
import { verifyHistory } from '../history/verify-history.js'
import { importDataJs } from '../import/import-data-js.js'
import { importRuns } from '../import/import-runs.js'

const COMMANDS: ReadonlyMap<string, HistoryCommand> = new Map([
  ['show', showHistory],
  ['verify', verifyHistory],
  ['repair', repairHistory],
  ['prune', pruneHistory],
  ['export', exportHistory],
  ['import', importHistory],
])

/** Options that name where past test runs are. */
const SOURCES: readonly string[] = ['reports', 'from-artifacts']

const NAMES = [...COMMANDS.keys()]

/** Looks after the records of past runs, wherever they are kept. */
export const history: Command = {
  name: 'history',
  summary: 'Shows, checks, mends, thins out and moves the records of past runs.',
  usage: `history ${NAMES.join(' | ')} [options] [file to import]`,
  options: [
    { name: 'history', takes: 'value', description: 'Where it is: `git:<branch or full ref>` or `dir:<path>`.' },
    { name: 'config', takes: 'value', description: 'Config file that says so; .github/testwarden.yml when left out.' },
    { name: 'action', takes: 'value', description: 'show: only the records of this action, one in a line.' },
    { name: 'last', takes: 'value', description: 'show: at most so many of them, the newest. Assumed: 20.' },
    { name: 'to', takes: 'value', description: 'export: write to this file instead of the terminal.' },
    { name: 'dry-run', takes: 'nothing', description: 'repair, prune, import: only say what would be done.' },
    ...importOptions(),
    ...retentionOptions(),
  ],
  run: runHistory,
}

/** Of past test runs; what `export` wrote needs none of them. */
function importOptions(): Option[] {
  const described = [
    ['reports', 'import: reports of past test runs: files, folders or globs. May be repeated.'],
    ['from-artifacts', 'import: reports in artifacts of past runs whose names match this, from GitHub.'],
    ['runs', 'import: with --from-artifacts, at most so many runs, the newest. Assumed: 50.'],
    ['repository', 'import: with --from-artifacts, owner/name; that of the remote origin when left out.'],
    ['workflow', 'import: name of the workflow whose job goes on from there; its file with --from-artifacts.'],
    ['job', 'import: id of that job.'],
    ['step', 'import: id of its step that runs flaky-detector, or perf-regression.'],
    ['matrix', 'import: its matrix cell as JSON. Assumed: {}.'],
    ['commit', 'import: the commit that all of them tested.'],
    ['run', 'import: id of the run that all of them are of; made of their content when left out.'],
    ['attempt', 'import: which attempt of it. Assumed: 1.'],
    ['time', 'import: when it ran; else the mapping, the reports or the commit tell.'],
    ['mapping', 'import: CSV or JSON that says which report is of which commit, run and time.'],
    ['name-pattern', 'import: what the names of folders and files say, such as <sha>/<run>/...'],
    ['branch', 'import: the default branch; what GitHub or git says when left out.'],
    ['data-js', 'import: past benchmarks, as github-action-benchmark keeps them: its data.js, or the same as JSON.'],
    ['suite', 'import: with --data-js, which of its suites.'],
    ['cpu', 'import: with --data-js, the processor of all its runs, as the page of the live job names it.'],
    ['cores', 'import: with --cpu, its cores.'],
    ['format', 'import: id of the format of the reports; their content tells when left out.'],
  ] as const
  return described.map(([name, description]) => ({ name, takes: 'value', description }))
}

function retentionOptions(): Option[] {
  const { allDays, dailyDays, weeklyDays, monthlyDays } = DEFAULT_RETENTION
  const described = [
    ['all-days', `prune: keep everything for so many days. Assumed: ${allDays}.`],
    ['daily-days', `prune: then the newest of each day, up to this age. Assumed: ${dailyDays}.`],
    ['weekly-days', `prune: then the newest of each week, up to this age. Assumed: ${weeklyDays}.`],
    ['monthly-days', `prune: then the newest of each month, up to this age. Assumed: ${monthlyDays}.`],
  ] as const
  return described.map(([name, description]) => ({ name, takes: 'value', description }))
}

async function runHistory(call: CommandCall, terminal: Terminal): Promise<number> {
  const [word = '', ...words] = call.words
  const command = COMMANDS.get(word)
  if (command === undefined) throw unknownWord(word)
  if (word === 'import' && call.values.has('data-js')) return importDataJs({ ...call, words }, terminal)
  if (word === 'import' && SOURCES.some((name) => call.values.has(name)))
    return importRuns({ ...call, words }, terminal)
  const opened: HistoryCall = await openHistoryCall({ ...call, words }, terminal)
  return command(opened)
}

function unknownWord(word: string): ConfigurationError {
  const near = suggest(word, NAMES)
  return new ConfigurationError(word === '' ? 'history needs to know what to do.' : `There is no history ${word}.`, {
    remedy: near === null ? `Write history and one of: ${NAMES.join(', ')}.` : `Did you mean history ${near}?`,
  })
}
