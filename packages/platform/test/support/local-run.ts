import type { RunContext } from '@testwarden/core/model/evidence'

/** A run on a developer's machine, for tests that do not care where they run. */
export function localRun(action: string): RunContext {
  return {
    key: { action, workflow: '', job: '', matrix: '{}', step: '', checkRun: '', run: 'local', attempt: 1 },
    event: 'local',
    repository: null,
    serverUrl: null,
    branch: null,
    pullRequest: null,
    testedSha: null,
    headSha: null,
    base: { kind: 'history' },
    isBaseline: false,
    now: '2026-01-02T03:04:05.000Z',
    machine: { cpu: 'test', cores: 1, memoryMiB: 1024, image: 'test' },
  }
}
