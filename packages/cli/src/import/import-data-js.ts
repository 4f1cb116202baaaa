import { recordImport } from '@testwarden/action-perf-regression/importing/import-run'
import { perfRegression } from '@testwarden/action-perf-regression/index'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { Machine } from '@testwarden/core/model/evidence'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import type { BenchmarkRun } from '@testwarden/formats/benchmark-history/benchmark-run'
import { importedRunName } from '@testwarden/history/imported-run'
import type { CommandCall, Terminal } from '../command.js'
import { type DefaultBranchLine, defaultBranchLine } from '../default-branch.js'
import { changeHistory, didOrWould } from '../history/change-history.js'
import { wholeNumber } from '../history/numbers.js'
import { type LocalStep, openLocalStep } from '../open-local-step.js'
import { standAtRoot } from '../stand-at-root.js'
import { locateRun } from './locate-run.js'
import { branchName, openPastArchive } from './past-archive.js'
import { type NamedRun, pastRun, UNKNOWN_MACHINE } from './past-run.js'
import { pastVariant } from './past-variant.js'
import { planRecords } from './plan-records.js'
import { readDataJs } from './read-data-js.js'
import { tellRuns } from './tell-runs.js'

/** Of other sources of past runs. */
const OTHERS = ['reports', 'from-artifacts', 'commit', 'run', 'attempt', 'time', 'mapping', 'name-pattern', 'format']

/** Turns what github-action-benchmark kept into records of benchmarks. @returns 2 when something was left out */
export async function importDataJs(call: CommandCall, terminal: Terminal): Promise<number> {
  refuseOthers(call)
  const standing = standAtRoot(call, terminal)
  const step = await openLocalStep(standing, 'tree')
  try {
    const variant = pastVariant(call, perfRegression.id)
    const machine = machineOf(call)
    const file = call.values.get('data-js') ?? ''
    const read = await readDataJs(file, call.values.get('suite') ?? null, step.ports.files)
    const line = await defaultBranchLine(step.ports.git, call.values.get('branch'))
    const { placed, leftOut } = await placeRuns(read.runs, line, step)
    const job = { variant, branch: call.values.get('branch') ?? branchName(line.branch) }
    const runs = placed.map(({ named }) => pastRun(named, job, machine))
    const history = { archive: openPastArchive(standing, step.sources), call, terminal, files: step.ports.files }
    const { fates } = await changeHistory(history, (content) =>
      planRecords(content, { runs, variant, title: 'Import past benchmarks', recordFor }),
    )
    for (const note of [...read.notes, ...line.notes, ...machineNote(machine)])
      terminal.complain(`testwarden: ${escapeTerminal(note)}\n`)
    const told = { lines: placed.map(runLine), fates, leftOut: [...read.leftOut, ...leftOut] }
    return tellRuns({ ...told, added: didOrWould(history, 'added') }, terminal)

    function recordFor(at: number, known: Parameters<typeof recordImport>[1]): ReturnType<typeof recordImport> {
      const [run, metrics] = [runs[at], placed[at]?.metrics]
      return run === undefined || metrics === undefined ? { kind: 'empty' } : recordImport({ run, metrics }, known)
    }
  } finally {
    await step.git.dispose()
  }
}

interface PlacedBenchmarks extends Pick<BenchmarkRun, 'metrics'> {
  readonly named: NamedRun
}

interface PlacedRuns {
  /** In the order of time. */
  readonly placed: readonly PlacedBenchmarks[]
  /** Each with its reason, for people. */
  readonly leftOut: readonly string[]
}

async function placeRuns(runs: readonly BenchmarkRun[], line: DefaultBranchLine, step: LocalStep): Promise<PlacedRuns> {
  const question = { startedAt: null, now: step.ports.clock.now(), line: new Set(line.firstParents) }
  const placed: PlacedBenchmarks[] = []
  const leftOut: string[] = []
  for (const { commitId, time, metrics } of runs) {
    const place = { commit: commitId, run: null, attempt: null, time }
    const located = await locateRun({ ...question, place }, step.ports.git)
    if (!located.ok) leftOut.push(`the run of ${commitId.slice(0, 64)} is left out: ${located.reason}`)
    else placed.push({ named: { ...located, run: importedRunName([located.sha, time, metrics]), attempt: 1 }, metrics })
  }
  placed.sort((left, right) => Date.parse(left.named.time) - Date.parse(right.named.time))
  return { placed, leftOut }
}

/** What the file does not know. Both or none: the same processor with other cores is another machine. */
function machineOf(call: CommandCall): Machine {
  const cpu = (call.values.get('cpu') ?? '').trim()
  const cores = wholeNumber(call, { name: 'cores', fallback: 0 })
  if ((cpu === '') !== (cores === 0))
    throw new ConfigurationError('--cpu and --cores belong together.', {
      remedy:
        'Write both as the page of the live job has them, such as --cpu "AMD EPYC 7763 64-Core Processor" --cores 4.',
    })
  return { ...UNKNOWN_MACHINE, cpu, cores }
}

function machineNote({ cpu }: Machine): readonly string[] {
  if (cpu !== '') return []
  return [
    'The file does not say which processor it is of, and values of different ones are never mixed. These records serve `testwarden backtest perf`; name the processor with --cpu and --cores where all are of one.',
  ]
}

function refuseOthers({ words, values }: CommandCall): void {
  const other = words[0] ?? OTHERS.find((name) => values.has(name))
  if (other === undefined) return
  throw new ConfigurationError(`history import reads either --data-js or something else, not ${other} too.`, {
    remedy: `Leave out ${other}; the file says commit and time itself.`,
  })
}

/** `1f3c9ab04d, 2026-01-31T23:59:00.000Z: 12 metrics (default branch)` */
function runLine({ named: { sha, time, isOnLine }, metrics }: PlacedBenchmarks): string {
  return `${sha.slice(0, 10)}, ${time}: ${countWord(metrics.length, 'metric')} (${isOnLine ? 'default branch' : 'another branch'})`
}
