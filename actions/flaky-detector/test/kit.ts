import type { GateConfig } from '@testwarden/core/action/define-action'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { Ports } from '@testwarden/core/ports/ports'
import { attemptsOf } from '@testwarden/failures/tests/outcome-text'
import type { FailureFacts } from '@testwarden/failures/tests/test-facts'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { flakyConfig } from '../src/config.js'
import { EMPTY_FACTS, type FlakyFacts, type KnownPast, type LegFacts, type PastFacts } from '../src/facts.js'

/** Settings as somebody would write them: by the names of the inputs. */
export function configOf(inputs: Readonly<Record<string, string>> = {}): GateConfig<typeof flakyConfig> {
  const layers = [inputLayer(new Map(Object.entries(inputs)))]
  const own = resolveSettings(flakyConfig, layers)
  const shared = resolveSettings(sharedConfig, layers)
  const file = resolveSettings(fileConfig, layers)
  if (!own.ok || !shared.ok || !file.ok) throw new Error('a test wrote settings that are not valid')
  return { own: own.settings, shared: shared.settings, file: file.settings, accepts: [] }
}

/** Settings with quarantined tests, as the config file lists them. */
export function withQuarantine(
  entries: readonly Readonly<Record<string, string>>[],
  inputs: Readonly<Record<string, string>> = {},
): GateConfig<typeof flakyConfig> {
  const config = configOf(inputs)
  const parsed = flakyConfig.quarantine.parse(entries)
  if (!parsed.ok) throw new Error('a test wrote a quarantine that is not valid')
  const origin = { kind: 'file', path: '.github/testwarden.yml', line: 3, at: null } as const
  return { ...config, own: { ...config.own, quarantine: { value: parsed.value, origin } } }
}

/** A past of so many commits. @param stories cells by key, as `story-text` has them */
export function knownPast(stories: Readonly<Record<string, string>>, commits: number): KnownPast {
  return {
    kind: 'known',
    commits: Array.from({ length: commits }, (_, index) => ({
      sha: String(index).padStart(40, '0'),
      tree: `a${String(index).padStart(39, '0')}`,
      time: new Date(Date.UTC(2025, 10, 1) + index * 3_600_000).toISOString(),
      run: String(index),
      isWithheld: false,
      isLeftOut: false,
      hasRecovered: false,
      tests: Object.keys(stories).length,
      failed: 0,
      flaky: 0,
    })),
    stories: Object.keys(stories)
      .sort()
      .map((key) => ({ key, cells: stories[key] ?? '' })),
    storiesLeftOut: 0,
    contradictions: [],
    usual: [],
    roster: null,
    renamed: [],
    quarantines: [],
    isOfBase: false,
  }
}

/** @param matrix the leg, as canonical JSON */
export function runOf(matrix = '{}'): RunContext {
  return {
    key: {
      action: 'flaky-detector',
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

/** A leg with these tests and outcomes. @param cell of its matrix */
export function legOf(
  outcomes: Readonly<Record<string, string>>,
  cell: Readonly<Record<string, string>> = {},
  part: Partial<LegFacts> = {},
): LegFacts {
  const keys = Object.keys(outcomes).sort()
  return {
    variant: canonicalJson(variantKeyOf(runOf(JSON.stringify(cell)).key)),
    testedSha: 'e'.repeat(40),
    tree: 'f'.repeat(40),
    reports: [
      {
        path: 'r.xml',
        format: 'junit',
        dialect: 'pytest',
        cases: keys.length,
        suites: 1,
        durationUs: 1000,
        warnings: [],
      },
    ],
    tests: keys.map((key) => ({
      key,
      outcome: outcomes[key] ?? 'P',
      reran: 0,
      durationUs: 1000,
      file: null,
      line: null,
      tags: [],
    })),
    failures: keys.filter((key) => attemptsOf(outcomes[key] ?? 'P').failed > 0).map(failureOf),
    quarantined: [],
    change: { kind: 'none' },
    past: NO_PAST,
    rosters: [],
    backtest: null,
    notes: [],
    ...part,
  }
}

const NO_PAST: PastFacts = { kind: 'none', reason: 'nothing yet' }

function failureOf(key: string): FailureFacts {
  return {
    key,
    written: { suite: [], className: null, name: key, file: null },
    format: 'pytest',
    failures: [{ type: null, message: `${key} said no`, trace: '' }],
    fingerprint: 'a'.repeat(32),
    place: null,
    passes: [],
    owners: [],
  }
}

export function evidenceOf(
  facts: Partial<FlakyFacts> = {},
  part: Partial<Evidence<FlakyFacts>> = {},
): Evidence<FlakyFacts> {
  const whole = { ...EMPTY_FACTS, ...facts }
  return { action: 'flaky-detector', run: runOf(), facts: whole, problems: [], observations: [], ...part }
}
