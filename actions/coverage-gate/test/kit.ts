import type { GateConfig } from '@testwarden/core/action/define-action'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Evidence, RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { ReportSummary } from '@testwarden/core/model/report-summary'
import type { Reason } from '@testwarden/core/model/verdict'
import type { Ports } from '@testwarden/core/ports/ports'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { Component } from '../src/components/config-field.js'
import { coverageConfig } from '../src/config.js'
import { decide } from '../src/decide.js'
import { type CoverageFacts, EMPTY_FACTS } from '../src/facts.js'
import type { FileFacts } from '../src/file-facts.js'

export const BASE_SHA = 'b'.repeat(40)
export const TESTED_SHA = 't'.repeat(40)

/** Settings as somebody would write them: by the names of the inputs. */
export function configOf(
  inputs: Readonly<Record<string, string>> = {},
  components: readonly Component[] = [],
): GateConfig<typeof coverageConfig> {
  const layers = [inputLayer(new Map(Object.entries(inputs)))]
  const own = resolveSettings(coverageConfig, layers)
  const shared = resolveSettings(sharedConfig, layers)
  const file = resolveSettings(fileConfig, layers)
  if (!own.ok || !shared.ok || !file.ok) throw new Error('a test wrote settings that are not valid')
  const written = { kind: 'file', path: '.github/testwarden.yml', line: 1, at: null } as const
  const settings =
    components.length === 0 ? own.settings : { ...own.settings, components: { value: components, origin: written } }
  return { own: settings, shared: shared.settings, file: file.settings, accepts: [] }
}

const NO_LIMITS: Component['limits'] = {
  patch: { line: null, branch: null, 'min-lines': null },
  project: { line: null, branch: null, statement: null, function: null },
  drop: null,
}

/** A component with limits for its lines. */
export function componentOf(
  name: string,
  { paths = [`${name}/**`], pathsOfBase = null, patch, project, drop }: ComponentPart = {},
): Component {
  const limits = {
    patch: { ...NO_LIMITS.patch, line: patch ?? null, 'min-lines': 1 },
    project: { ...NO_LIMITS.project, line: project ?? null },
    drop: drop ?? null,
  }
  return { name, paths, pathsOfBase, limits }
}

interface ComponentPart extends Partial<Pick<Component, 'paths' | 'pathsOfBase'>> {
  readonly patch?: string
  readonly project?: string
  readonly drop?: string
}

export function runOf(part: Partial<RunContext> = {}): RunContext {
  return {
    key: {
      action: 'coverage-gate',
      workflow: 'ci',
      job: 'test',
      matrix: '{}',
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
    testedSha: TESTED_SHA,
    headSha: TESTED_SHA,
    base: { kind: 'commit', sha: BASE_SHA, origin: 'first-parent' },
    isBaseline: false,
    now: '2026-01-02T03:04:05.000Z',
    machine: { cpu: 'cpu', cores: 2, memoryMiB: 1024, image: 'image' },
    ...part,
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

export function factsOf(part: Partial<CoverageFacts> = {}): CoverageFacts {
  return {
    ...EMPTY_FACTS,
    changes: { kind: 'known', base: BASE_SHA, files: [] },
    baselines: [{ kind: 'none', reason: 'No baseline yet.' }],
    testedShas: [TESTED_SHA],
    ...part,
  }
}

export function fileOf(path: string, part: Partial<FileFacts> = {}): FileFacts {
  const nothing = { covered: '', missed: '', branches: [], functions: null, statements: null }
  return { path, isTracked: true, isPlaceholder: false, ...nothing, ...part }
}

export function reportOf(format: string, dialect: string | null = null): ReportSummary {
  const totals = { lines: { covered: 0, total: 0 }, branches: null, functions: null, statements: null }
  const path = `${format}-${dialect}.report`
  return { path, format, dialect, fileCount: 1, totals, declared: null, warnings: [], warningCount: 0 }
}

export function evidenceOf(
  facts: Partial<CoverageFacts> = {},
  part: Partial<Evidence<CoverageFacts>> = {},
): Evidence<CoverageFacts> {
  return {
    action: 'coverage-gate',
    run: runOf(),
    facts: factsOf(facts),
    problems: [],
    observations: [],
    ...part,
  }
}

/** Reasons of one rule on the given facts. */
export function reasonsOf(
  ruleId: string,
  facts: Partial<CoverageFacts>,
  inputs: Readonly<Record<string, string>> = {},
): readonly Reason[] {
  return decide(evidenceOf(facts), configOf(inputs)).verdict.reasons.filter((reason) => reason.ruleId === ruleId)
}

export function recordOf(part: Partial<HistoryRecord>): HistoryRecord {
  return {
    schema: 'testwarden.record/1',
    key: { ...runOf().key, run: '0' },
    testedSha: BASE_SHA,
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: '2026-01-01T00:00:00.000Z',
    machine: runOf().machine,
    body: null,
    ...part,
  }
}
