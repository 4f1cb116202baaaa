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
import { incidentsConfig } from '../src/config.js'
import { EMPTY_FACTS, type IncidentsFacts, type LegFacts } from '../src/facts.js'

/** Settings as somebody would write them: by the names of the inputs. */
export function configOf(inputs: Readonly<Record<string, string>> = {}): GateConfig<typeof incidentsConfig> {
  const layers = [inputLayer(new Map(Object.entries(inputs)))]
  const own = resolveSettings(incidentsConfig, layers)
  const shared = resolveSettings(sharedConfig, layers)
  const file = resolveSettings(fileConfig, layers)
  if (!own.ok || !shared.ok || !file.ok) throw new Error('a test wrote settings that are not valid')
  return { own: own.settings, shared: shared.settings, file: file.settings, accepts: [] }
}

/** @param matrix the leg, as canonical JSON */
export function runOf(matrix = '{}'): RunContext {
  return {
    key: {
      action: 'incident-escalator',
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
  facts: Partial<IncidentsFacts> = {},
  part: Partial<Evidence<IncidentsFacts>> = {},
): Evidence<IncidentsFacts> {
  const whole = { ...EMPTY_FACTS, ...facts }
  return { action: 'incident-escalator', run: runOf(), facts: whole, problems: [], observations: [], ...part }
}

/** A leg that had a report. */
export function legOf(part: Partial<LegFacts> = {}): LegFacts {
  return { variant: '{}', testedSha: 'a'.repeat(40), reports: ['report.xml'], ran: 10, failed: [], ...part }
}
