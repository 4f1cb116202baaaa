import { expect, test } from '@jest/globals'
import type { Leg } from '@testwarden/core/evidence-fold/leg'
import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { AnyAction, JudgedGate } from '../../src/judge-gates.js'
import { judgeWhole } from '../../src/publish/judge-whole.js'
import { askingAction } from '../support/asking-action.js'
import { localRun } from '../support/local-run.js'

const PORTS: Ports = {
  files: new MemoryFiles({}),
  git: new FakeGit(),
  exec: idleExec,
  clock: new FixedClock(),
  log: new CapturingLog(),
  github: null,
  history: null,
}

const FORGED: EarlierVerdict = { gate: 'forged', title: 'Forged', outcome: 'pass', broken: [], flakyTests: [] }

function legOf(action: string): Leg {
  const evidence: Evidence<unknown> = {
    action,
    run: localRun(action),
    facts: { question: '' },
    problems: [],
    observations: [],
    judged: [FORGED],
  }
  return { source: action, digest: action, evidence }
}

function judge(definition: AnyAction, earlier: readonly JudgedGate[]) {
  return judgeWhole(definition, {
    known: localRun('publish'),
    tested: localRun('publish'),
    trust: null,
    attempt: 1,
    legs: [legOf(definition.id)],
    expectation: { kind: 'count', count: 0 },
    refused: [],
    sources: { inputs: new Map(), file: null },
    ports: PORTS,
    earlier,
  })
}

test('a whole knows what was said of the wholes before it, whatever its legs say', async () => {
  const first = await judge(askingAction, [])
  expect(first?.evidence).not.toHaveProperty('judged')
  if (first === null) throw new Error('not judged')
  const second = await judge({ ...askingAction, id: 'second', gate: 'second' }, [first])
  const broken = [{ ruleId: 'answer', title: 'answer', message: 'no answer' }]
  expect(second?.evidence?.judged).toEqual([
    { gate: 'asking', title: 'answers', outcome: 'fail', broken, flakyTests: [] },
  ])
})
