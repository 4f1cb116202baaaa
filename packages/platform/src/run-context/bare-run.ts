import type { RunContext } from '@testwarden/core/model/evidence'
import { systemClock } from '../clock.js'
import { describeMachine } from '../machine.js'
import { shaOrNull } from './event-facts.js'
import { describeLocalKey } from './run-key.js'

/** A run of which only the environment is known, because its event or its checkout cannot be read. Never a baseline. */
export function bareRun(env: NodeJS.ProcessEnv, action: string): RunContext {
  return {
    key: describeLocalKey(action),
    event: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY || null,
    serverUrl: env.GITHUB_SERVER_URL || null,
    branch: null,
    pullRequest: null,
    testedSha: shaOrNull(env.GITHUB_SHA),
    headSha: null,
    base: { kind: 'unknown', reason: 'The run could not be read.', remedy: 'See what could not be used.' },
    isBaseline: false,
    now: systemClock.now().toISOString(),
    machine: describeMachine(env),
  }
}
