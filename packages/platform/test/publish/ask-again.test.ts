import { expect, test } from '@jest/globals'
import { sharedConfig } from '@testwarden/core/action/shared-config'
import { fileConfig } from '@testwarden/core/config/file-config'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Evidence, Observation, ObservedResult } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { askAgain } from '../../src/publish/ask-again.js'
import { askingAction } from '../support/asking-action.js'
import { localRun } from '../support/local-run.js'
import { unaskedGitHub } from '../support/unasked-github.js'

const LIST: Request = { kind: 'list-issues', id: 'list', action: 'asking-action', label: null }
const COMMAND: Request = { kind: 'run-command', id: 'run', command: 'never', args: [], timeoutMs: 1 }

async function observed(ask: readonly Request[], ofLegs: readonly Observation[]): Promise<readonly Observation[]> {
  const shared = resolveSettings(sharedConfig, [])
  const file = resolveSettings(fileConfig, [])
  if (!shared.ok || !file.ok) throw new Error('no settings')
  const config = { own: {}, shared: shared.settings, file: file.settings, accepts: [] }
  const github = unaskedGitHub({
    listIssues: async () => ({ issues: [], isWhole: true }),
    findWorkflow: async () => null,
    listCommits: async () => ({ items: [{ sha: 'x', author: 'ada', title: 't' }], isWhole: true }),
  })
  const ports = { files: new MemoryFiles(), git: new FakeGit(), exec: idleExec, clock: new FixedClock() }
  const whole: Evidence<unknown> = {
    action: 'asking-action',
    run: localRun('asking-action'),
    facts: {},
    problems: [],
    observations: ofLegs,
  }
  const definition = { ...askingAction, ask: () => ask }
  const asked = { whole, config, ports: { ...ports, log: new CapturingLog(), github, history: null } }
  return (await askAgain(definition, asked)).observations
}

const NOW: ObservedResult = { kind: 'issues', issues: [], isWhole: true }

test.each<[string, ObservedResult]>([
  ['issues', { kind: 'issues', issues: [], isWhole: false }],
  ['that it could not read them', { kind: 'failed', message: 'no' }],
])('what a leg says of %s is asked anew', async (_, result) => {
  expect(await observed([LIST], [{ requestId: 'list', result }])).toEqual([{ requestId: 'list', result: NOW }])
})

test('what a leg says of runs and of who may do what is asked anew too', async () => {
  const runs: Request = { kind: 'list-runs', id: 'r', workflow: 'x.yml', branch: 'main', event: null, since: '' }
  const forged: ObservedResult = {
    kind: 'permissions',
    permissions: [{ login: 'a', permission: 'admin', doubt: null }],
  }
  const observations = [{ requestId: 'p', result: forged }]
  const result: ObservedResult = { kind: 'runs', workflow: null, runs: [], isWhole: true }
  expect(await observed([runs], observations)).toEqual([{ requestId: 'r', result }])
})

test('commits are asked anew, and what the surroundings of a leg were stays, as nobody here has them', async () => {
  const list: Request = { kind: 'list-commits', id: 'c', base: null, head: 'x' }
  const environment: Request = { kind: 'read-environment', id: 'e', names: ['PATH'] }
  const forged: ObservedResult = { kind: 'commits', commits: [], isWhole: true }
  const kept: Observation = { requestId: 'e', result: { kind: 'environment', values: {} } }
  const observations = await observed([list, environment], [{ requestId: 'c', result: forged }, kept])
  const commits = [{ sha: 'x', author: 'ada', title: 't' }]
  expect(observations).toEqual([kept, { requestId: 'c', result: { kind: 'commits', commits, isWhole: true } }])
})

test('what a leg says of issues is forgotten where nobody wants to know', async () => {
  expect(await observed([], [{ requestId: 'list', result: NOW }])).toEqual([])
})

test('no command is run, and what one told a leg stays', async () => {
  const told: Observation = { requestId: 'earlier', result: { kind: 'file', content: 'x' } }
  expect(await observed([COMMAND], [told])).toEqual([told])
})
