import { describe, expect, test } from '@jest/globals'
import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { Ports } from '@testwarden/core/ports/ports'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { FakeGit } from '@testwarden/testkit/fakes/fake-git'
import { FixedClock } from '@testwarden/testkit/fakes/fixed-clock'
import { idleExec } from '@testwarden/testkit/fakes/idle-exec'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { type AnyAction, type GatesTask, judgeGates, noInputs } from '../src/judge-gates.js'
import { allGates, chosenGates } from '../src/suite.js'
import { askingAction } from './support/asking-action.js'
import { localRun } from './support/local-run.js'

const PORTS: Ports = {
  files: new MemoryFiles({ 'question.txt': 'answer.txt', 'answer.txt': 'no' }),
  git: new FakeGit(),
  exec: idleExec,
  clock: new FixedClock(),
  log: new CapturingLog(),
  github: null,
  history: null,
}

function gate(word: string, part: Partial<AnyAction> = {}): AnyAction {
  return { ...askingAction, id: `${word}-action`, gate: word, title: word, ...part }
}

function judge(definitions: readonly AnyAction[], withoutInput: GatesTask['withoutInput'] = 'is-left-out') {
  const sources = { inputs: new Map<string, string>(), file: null }
  return judgeGates({ definitions, sources, run: localRun(''), ports: PORTS, withoutInput })
}

const UNWANTED = gate('incident', { isWanted: () => false })

describe('a gate of several', () => {
  test('knows what was said before it, while it asks and while it decides', async () => {
    const asked: (readonly EarlierVerdict[] | undefined)[] = []
    const ask: AnyAction['ask'] = (evidence, config) => {
      asked.push(evidence.judged)
      return askingAction.ask?.(evidence, config) ?? []
    }
    const judged = await judge([gate('first', { ask }), gate('second', { ask })])
    expect(judged[0]?.evidence).not.toHaveProperty('judged')
    const said = [{ gate: 'first', title: 'first', outcome: 'fail', flakyTests: [] }].map((verdict) => ({
      ...verdict,
      broken: [{ ruleId: 'answer', title: 'answer', message: 'no' }],
    }))
    expect(judged[1]?.evidence?.judged).toEqual(said)
    expect(asked.at(0)).toBeUndefined()
    expect(asked.at(-1)).toEqual(said)
  })

  test('stands aside where its settings do not want it, unless it was asked for by name', async () => {
    expect(await judge([gate('first'), UNWANTED])).toHaveLength(1)
    expect(await judge([UNWANTED], 'is-an-error')).toHaveLength(1)
    const named = { input: (name: string) => (name === 'only' ? 'incident' : '') }
    expect(await judge(chosenGates(allGates([gate('first'), UNWANTED]), named))).toHaveLength(1)
    const unnamed = { input: () => '' }
    expect(await judge(chosenGates(allGates([UNWANTED]), unnamed))).toEqual([])
  })

  test('that stands aside misses no report', () => {
    expect(noInputs([gate('first'), UNWANTED]).map(({ message }) => message)).toEqual(['first: no report was found.'])
    expect(noInputs([UNWANTED])).toHaveLength(1)
  })
})
