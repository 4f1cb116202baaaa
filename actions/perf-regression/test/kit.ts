import type { GateConfig } from '@testwarden/core/action/define-action'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { perfConfig } from '../src/config.js'
import { EMPTY_FACTS, type KnownPerfPast, type MetricFacts, type PerfFacts, type PerfLeg } from '../src/facts.js'
import { benchmarkKey } from '../src/metric-key.js'

/** Settings as somebody would write them: by the names of the inputs. */
export function configOf(inputs: Readonly<Record<string, string>> = {}): GateConfig<typeof perfConfig> {
  const layers = [inputLayer(new Map(Object.entries(inputs)))]
  const own = resolveSettings(perfConfig, layers)
  const shared = resolveSettings(sharedConfig, layers)
  const file = resolveSettings(fileConfig, layers)
  if (!own.ok || !shared.ok || !file.ok) throw new Error('a test wrote settings that are not valid')
  return { own: own.settings, shared: shared.settings, file: file.settings, accepts: [] }
}

/** @param matrix the leg, as canonical JSON */
export function runOf(matrix = '{}'): RunContext {
  return {
    key: {
      action: 'perf-regression',
      workflow: 'ci',
      job: 'test',
      matrix,
      step: 'gate',
      checkRun: '',
      run: '1',
      attempt: 1,
    },
    event: 'pull_request',
    repository: 'acme/shop',
    serverUrl: 'https://github.example',
    branch: 'feature',
    pullRequest: 7,
    testedSha: 't'.repeat(40),
    headSha: 't'.repeat(40),
    base: { kind: 'commit', sha: 'b'.repeat(40), origin: 'first-parent' },
    isBaseline: false,
    now: '2026-01-02T03:04:05.000Z',
    machine: { cpu: 'cpu', cores: 2, memoryMiB: 1024, image: 'image' },
  }
}

export function portsOf(part: Partial<Ports> = {}): Ports {
  return {
    files: new MemoryFiles(),
    git: new FakeGit(),
    exec: idleExec,
    clock: new FixedClock(),
    log: new CapturingLog(),
    github: null,
    history: null,
    ...part,
  }
}

export function evidenceOf(
  facts: Partial<PerfFacts> = {},
  part: Partial<Evidence<PerfFacts>> = {},
): Evidence<PerfFacts> {
  const whole = { ...EMPTY_FACTS, ...facts }
  return { action: 'perf-regression', run: runOf(), facts: whole, problems: [], observations: [], ...part }
}

/** A benchmark's time of one process, in nanoseconds unless said otherwise. */
export function metricOf(name: string, medianNs: number, part: Partial<MetricFacts> = {}): MetricFacts {
  return {
    key: benchmarkKey(name, 'time'),
    kind: 'benchmark',
    unit: 'ns',
    direction: 'lower',
    processes: [{ median: medianNs, mad: 0, count: 5 }],
    stats: { min: medianNs, max: medianNs, mean: medianNs, median: medianNs, stddev: 0, iqr: 0 },
    place: null,
    ...part,
  }
}

export function legOf(metrics: readonly MetricFacts[], part: Partial<PerfLeg> = {}): PerfLeg {
  return {
    variant: '{}',
    testedSha: 'a'.repeat(40),
    stratum: 'cpu, 2 cores',
    reports: [],
    metrics: metrics.toSorted((left, right) => (left.key < right.key ? -1 : 1)),
    failed: [],
    past: { kind: 'none', reason: 'No history is configured.' },
    kernelNs: null,
    trees: null,
    paired: null,
    roster: null,
    notes: [],
    ...part,
  }
}

export function knownPast(part: Partial<KnownPerfPast> = {}): KnownPerfPast {
  const nothing = { baseline: null, reference: null, missing: [], expected: 0, strata: [] }
  return { kind: 'known', commits: [], series: [], ...nothing, ...part }
}
