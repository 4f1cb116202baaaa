import { describe, expect, test } from '@jest/globals'
import { defineAction } from '@testwarden/core/action/define-action'
import type { Ports } from '@testwarden/core/ports/ports'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { createExec } from '../src/exec.js'
import { judgeGates } from '../src/judge-gates.js'
import { askingAction } from './support/asking-action.js'
import { localRun } from './support/local-run.js'

function portsWith(contents: Record<string, string>): Ports {
  const files = new MemoryFiles(contents)
  const exec = createExec({ cwd: process.cwd(), env: process.env })
  const clock = new FixedClock()
  return { files, git: new FakeGit(), exec, clock, log: new CapturingLog(), github: null, history: null }
}

async function judge(definition: Parameters<typeof judgeGates>[0]['definitions'][number], ports: Ports) {
  const sources = { inputs: new Map<string, string>(), file: null }
  const [gate] = await judgeGates({
    definitions: [definition],
    sources,
    run: localRun(askingAction.id),
    ports,
    withoutInput: 'is-an-error',
  })
  return gate
}

describe('the ask loop', () => {
  test('asks again with what it learnt, until nothing is open', async () => {
    const ports = portsWith({ 'question.txt': 'deeper.txt', 'deeper.txt': 'yes' })
    const gate = await judge(askingAction, ports)
    expect(gate?.decision.verdict).toMatchObject({ outcome: 'pass', headline: 'yes' })
    expect(gate?.evidence?.observations.map(({ requestId }) => requestId)).toEqual(['first', 'second'])
  })

  test('an answer that cannot be had is an observation, not a crash', async () => {
    const ports = portsWith({ 'question.txt': '../outside' })
    const gate = await judge(askingAction, ports)
    expect(gate?.evidence?.observations.at(-1)?.result.kind).toMatch(/failed|file/)
    expect(gate?.decision.verdict.outcome).toBe('fail')
  })

  test('a command runs as a request, and its exit code is evidence', async () => {
    const ports = portsWith({})
    const args = ['-e', 'process.stdout.write("::error::no command"); process.exit(3)']
    const definition = defineAction({
      ...askingAction,
      ask: () => [{ kind: 'run-command', id: 'run', command: process.execPath, args, timeoutMs: 20_000 }],
    })
    const gate = await judge(definition, ports)
    expect(gate?.evidence?.observations[0]?.result).toMatchObject({ exitCode: 3, stdout: '::error::no command' })
  })

  test('an action that asks in circles is stopped and named', async () => {
    const ports = portsWith({})
    let round = 0
    const definition = defineAction({
      ...askingAction,
      ask: () => [{ kind: 'read-file', id: `round ${round++}`, path: 'x', maxBytes: 1 }],
    })
    await expect(judge(definition, ports)).rejects.toThrow('asking-action still asks after 500 rounds')
  })
})
