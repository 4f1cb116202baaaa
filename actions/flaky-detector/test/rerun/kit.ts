import type { Observation, ObservedResult } from '@testwarden/core/model/evidence'
import type { TestStatus } from '@testwarden/core/model/test-run'
import type { RerunSettings } from '../../src/rerun/config.js'
import type { RerunTask } from '../../src/rerun/plan-rerun.js'
import { type FailedTest, roundId } from '../../src/rerun/read-rerun.js'
import type { ReportedRerun } from '../../src/rerun/reported-rerun.js'

export const LEG = '{"job":"test"}'

export function failedTest(name: string, mayFail = 1): FailedTest {
  return { key: name, mayFail, test: { suite: [], className: 'test_x', name, file: null, format: 'pytest' } }
}

interface WrittenSettings {
  readonly command: string | null
  readonly shell: 'none' | 'bash'
  readonly report: string | null
  readonly budgetMs: number
}

export function settingsOf(written: Partial<WrittenSettings> = {}): RerunSettings {
  const { command, shell, report, budgetMs } = {
    command: 'pytest',
    shell: 'none' as const,
    report: null,
    budgetMs: 600_000,
    ...written,
  }
  const origin = { kind: 'assumed' } as const
  return {
    'rerun-command': { value: command, origin },
    'rerun-shell': { value: shell, origin },
    'rerun-report': { value: report, origin },
    'rerun-budget': { value: budgetMs, origin },
  }
}

export function taskOf(failed: readonly FailedTest[], part: Partial<RerunTask> = {}): RerunTask {
  return { leg: LEG, failed, observations: [], settings: settingsOf(), ...part }
}

/** What a round reported, as `name: passed` and so on. */
export function round(number: number, statuses: Record<string, TestStatus>, durationMs = 1_000): Observation {
  const tests = Object.entries(statuses).map(([name, status]) => ({
    ...failedTest(name).test,
    attempts: [{ status, durationUs: 5, failure: null }],
  }))
  return observation(number, { kind: 'command', exitCode: 1, stdout: '', durationMs, reported: reported({ tests }) })
}

export function reported(part: Partial<ReportedRerun> = {}): ReportedRerun {
  return { tests: [], leftOut: 0, problems: [], ...part }
}

export function observation(number: number, result: ObservedResult, leg = LEG): Observation {
  return { requestId: roundId({ runner: 'pytest', number, leg }), result }
}
