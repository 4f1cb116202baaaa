import type { Observation, ObservedResult } from '@testwarden/core/model/evidence'
import { commandNotes } from './command-notes.js'
import { orderOf, type PairRequest, parsePairId, type Scope, type Side, type Stage, type Step } from './pair-id.js'
import type { ProcessRun } from './process-run.js'
import { readProcess } from './read-process.js'

/** What the observations of all pairs say so far. */
export interface PairProgress {
  readonly steps: readonly StepRun[]
  readonly screen: readonly PairRun[]
  /** By what its processes were told to run. */
  readonly confirm: Readonly<Record<Scope, readonly PairRun[]>>
  /** Milliseconds that all commands took together. */
  readonly usedMs: number
  /** Things worth saying of them, each once. */
  readonly notes: readonly string[]
}

/** `setup` or `build` of a tree. */
export interface StepRun {
  readonly step: Step
  readonly side: Side
  /** What went wrong, behind the name of the side; null: nothing. */
  readonly fault: string | null
  readonly durationMs: number
}

/** One pair of processes, as far as it has run. */
export interface PairRun {
  readonly pair: number
  /** null: not yet. */
  readonly base: ProcessRun | null
  readonly head: ProcessRun | null
  /** null: not yet. */
  readonly kernel: KernelRun | null
}

export interface KernelRun {
  /** null: it could not run. */
  readonly times: { readonly wallNs: number; readonly cpuNs: number } | null
  readonly durationMs: number
}

/** Observations may stand in any order. */
export function readProgress(observations: readonly Observation[]): PairProgress {
  const answered = observations.flatMap(({ requestId, result }) => {
    const request = parsePairId(requestId)
    return request === null ? [] : [{ request, result }]
  })
  return {
    steps: answered.flatMap(({ request, result }) => (request.kind === 'step' ? [stepOf(request, result)] : [])),
    screen: pairsOf(answered, 'screen', 'all'),
    confirm: { some: pairsOf(answered, 'confirm', 'some'), all: pairsOf(answered, 'confirm', 'all') },
    usedMs: answered.reduce((sum, { result }) => sum + durationOf(result), 0),
    notes: [...new Set(answered.flatMap(({ request, result }) => commandNotes(request, result)))],
  }
}

interface Answered {
  readonly request: PairRequest
  readonly result: ObservedResult
}

function pairsOf(answered: readonly Answered[], stage: Stage, scope: Scope): readonly PairRun[] {
  const pairs = new Map<number, PairRun>()
  for (const { request, result } of answered) {
    if (request.kind === 'step' || request.stage !== stage) continue
    if (request.kind === 'process' && request.scope !== scope) continue
    const known = pairs.get(request.pair) ?? { pair: request.pair, base: null, head: null, kernel: null }
    const part = request.kind === 'kernel' ? { kernel: kernelOf(result) } : { [request.side]: readProcess(result) }
    pairs.set(request.pair, { ...known, ...part })
  }
  return [...pairs.values()]
    .filter(({ base, head }) => base !== null || head !== null)
    .sort((left, right) => left.pair - right.pair)
}

/** The side that still has to run, in the order of its turn; null: both have. */
export function sideToRun(pair: number, run: PairRun | undefined): Side | null {
  return orderOf(pair).find((side) => run?.[side] == null) ?? null
}

function stepOf({ step, side }: Extract<PairRequest, { kind: 'step' }>, result: ObservedResult): StepRun {
  return { step, side, fault: faultOfStep(result), durationMs: durationOf(result) }
}

function faultOfStep(result: ObservedResult): string | null {
  if (result.kind === 'failed') return `could not start: ${result.message}`
  if (result.kind !== 'command') return 'was not run'
  if (result.isTimedOut === true) return 'was ended when its time was over'
  return result.exitCode === 0 ? null : `failed (exit code ${result.exitCode ?? 'none'}): its output is in the log`
}

function kernelOf(result: ObservedResult): KernelRun {
  if (result.kind !== 'kernel') return { times: null, durationMs: 0 }
  const { wallNs, cpuNs, durationMs } = result
  return { times: { wallNs, cpuNs }, durationMs }
}

function durationOf(result: ObservedResult): number {
  return result.kind === 'command' || result.kind === 'kernel' ? result.durationMs : 0
}
