import {
  type CommandCall,
  type CommandLine,
  callThroughBash,
  callWithoutShell,
} from '@testwarden/core/command/command-call'
import { commandWords } from '@testwarden/core/command/command-words'
import type { CommandReport, CommandTree, RunCommand, RunKernel } from '@testwarden/core/model/request'
import type { BenchCommand } from './bench-command.js'
import type { PairedSettings } from './config.js'
import { pairId, type Scope, type Side, type Stage, type Step } from './pair-id.js'
import type { PairTrees } from './pair-trees.js'
import type { BenchmarkNames } from './runners/runner.js'

/** A timer of Node counts to no more, which is 24 days. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1
/** Windows allows 32,767 characters for all arguments. */
const MAX_CHARACTERS = 24_000
/** What is shown in the log, and not read. */
const NO_REPORT: CommandReport = { written: null, outputAs: null }

/** How requests of one run are made. */
export interface RequestMaker {
  readonly settings: PairedSettings
  readonly trees: Extract<PairTrees, { readonly kind: 'pair' }>
}

export function stepRequest(
  { settings, trees }: RequestMaker,
  { step, side, restMs }: { readonly step: Step; readonly side: Side; readonly restMs: number },
): RunCommand {
  const line = settings[step].value ?? ''
  const call = callOf({ line, words: commandWords(line) ?? [], env: {}, slot: NO_SLOT }, { settings, filled: [] })
  return {
    kind: 'run-command',
    id: pairId({ kind: 'step', step, side }),
    ...call,
    ...limitOf(restMs),
    tree: treeOf(trees, side),
    report: NO_REPORT,
  }
}

/** What stands in `setup` and `build` in braces is theirs. */
const NO_SLOT = 'no-slot'

export interface ProcessPlan {
  readonly stage: Stage
  readonly pair: number
  readonly side: Side
  readonly scope: Scope
  /** The words for the slot of the command. */
  readonly filled: readonly string[]
  readonly timeoutMs: number
}

/** @param report where it reports */
export function processRequest(
  { settings, trees }: RequestMaker,
  { command, report }: { readonly command: BenchCommand; readonly report: CommandReport },
  { filled, timeoutMs, ...of }: ProcessPlan,
): RunCommand {
  return {
    kind: 'run-command',
    id: pairId({ kind: 'process', ...of }),
    ...callOf(command, { settings, filled }),
    ...limitOf(timeoutMs),
    tree: treeOf(trees, of.side),
    measure: 'cpu-time',
    report,
  }
}

export function kernelRequest(stage: Stage, pair: number): RunKernel {
  return { kind: 'run-kernel', id: pairId({ kind: 'kernel', stage, pair }) }
}

/** Words for the slot that name these benchmarks; null: they cannot be named, or not on one command line. */
export function selectingWords({ runner, more }: BenchCommand, names: BenchmarkNames): readonly string[] | null {
  if (runner === null || names.wanted.some((name) => name.includes('\0'))) return null
  const words = runner.select(names, more)
  return words !== null && words.join(' ').length <= MAX_CHARACTERS ? words : null
}

export function everythingWords({ runner, more }: BenchCommand): readonly string[] {
  return runner?.everything(more) ?? []
}

/** Where a command reports: as the user says, else where its tool does. null: nobody knows. */
export function reportPlace(command: BenchCommand, settings: PairedSettings): CommandReport | null {
  const written = settings['bench-report'].value
  return written === null ? command.report : { written, outputAs: command.report?.outputAs ?? null }
}

function callOf(
  line: CommandLine,
  { settings, filled }: { readonly settings: PairedSettings; readonly filled: readonly string[] },
): CommandCall {
  return settings.shell.value === 'bash' ? callThroughBash(line, filled) : callWithoutShell(line, filled)
}

function limitOf(restMs: number): { readonly timeoutMs: number } {
  return { timeoutMs: Math.max(1, Math.min(Math.floor(restMs), MAX_TIMEOUT_MS)) }
}

function treeOf(trees: RequestMaker['trees'], side: Side): CommandTree {
  return { sha: trees[side].sha }
}
