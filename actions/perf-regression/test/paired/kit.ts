import { inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Observation, ObservedCommand, ObservedResult } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import { askPairs } from '../../src/paired/ask-pairs.js'
import { type PairedSettings, pairedConfig } from '../../src/paired/config.js'
import type { MeasuredRun } from '../../src/paired/measured.js'
import { type PairRequest, parsePairId } from '../../src/paired/pair-id.js'
import type { PairPolicy } from '../../src/paired/pair-policy.js'
import type { PairTrees } from '../../src/paired/pair-trees.js'
import type { PairSubject } from '../../src/paired/subject.js'

export function settingsOf(inputs: Readonly<Record<string, string>> = {}): PairedSettings {
  const resolved = resolveSettings(pairedConfig, [
    inputLayer(new Map(Object.entries({ command: 'go-test', ...inputs }))),
  ])
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.settings
}

/** What is less is better, and 5 % are nothing. */
export const POLICY: PairPolicy = {
  falseAlarmRate: 0.005,
  limitOf: ({ direction }) =>
    direction === 'unknown' ? null : { worse: direction === 'lower' ? 'more' : 'less', tolerance: 0.05 },
}

export const TREES: PairTrees = {
  kind: 'pair',
  base: { sha: 'b'.repeat(40), tree: '1'.repeat(40) },
  head: { sha: 'a'.repeat(40), tree: '2'.repeat(40) },
}

export function subjectOf(part: Partial<PairSubject> = {}): PairSubject {
  return { trees: TREES, observations: [], cores: 2, settings: settingsOf(), policy: POLICY, ...part }
}

/** A run of these benchmarks, each with a time in nanoseconds. */
export function measuredRun(times: Readonly<Record<string, number>>, part: Partial<MeasuredRun> = {}): MeasuredRun {
  const metrics = Object.entries(times).map(([name, value]) => ({
    name,
    metric: 'time',
    unit: 'ns',
    direction: 'lower' as const,
    value,
  }))
  return { metrics, failed: [], leftOut: 0, problems: [], ...part }
}

export function commandResult(part: Partial<ObservedCommand> = {}): ObservedCommand {
  return { kind: 'command', exitCode: 0, stdout: '', durationMs: 1_000, cpuMs: 900, ...part }
}

/** Answers a request of the pairs. */
export type World = (request: PairRequest, asked: Request) => ObservedResult

/** Where everything works: every process takes so long, and measures what `times` says. */
export function steadyWorld(
  times: (request: Extract<PairRequest, { kind: 'process' }>) => Readonly<Record<string, number>>,
  durationMs = 1_000,
): World {
  return (request) => {
    if (request.kind === 'kernel') return { kind: 'kernel', wallNs: 15e6, cpuNs: 15e6, durationMs: 100 }
    if (request.kind === 'step') return commandResult({ durationMs, reported: null })
    return commandResult({ durationMs, reported: measuredRun(times(request)) })
  }
}

export interface Played {
  readonly subject: PairSubject
  readonly requests: readonly Request[]
  /** Their ids without `pair/`. */
  readonly ids: readonly string[]
}

/** Asks and answers until nothing is asked any more, as the pipeline does. */
export function play(subject: PairSubject, world: World): Played {
  const observations: Observation[] = [...subject.observations]
  const requests: Request[] = []
  for (let round = 0; round < 1_000; round++) {
    const [request, ...more] = askPairs({ ...subject, observations: [...observations] })
    if (more.length > 0) throw new Error('more than one request at a time')
    if (request === undefined)
      return { subject: { ...subject, observations }, requests, ids: requests.map(({ id }) => id.replace('pair/', '')) }
    const parsed = parsePairId(request.id)
    if (parsed === null || observations.some(({ requestId }) => requestId === request.id))
      throw new Error(`asked in circles: ${request.id}`)
    requests.push(request)
    observations.push({ requestId: request.id, result: world(parsed, request) })
  }
  throw new Error('asks for ever')
}
