import { delimiter } from 'node:path'
import { expect, test } from '@jest/globals'
import { perfRegression } from '@testwarden/action-perf-regression/index'
import { askPairs } from '@testwarden/action-perf-regression/paired/ask-pairs'
import { type PairedSettings, pairedConfig } from '@testwarden/action-perf-regression/paired/config'
import type { PairedFacts } from '@testwarden/action-perf-regression/paired/facts'
import { judgePairs } from '@testwarden/action-perf-regression/paired/judge-pairs'
import type { PairPolicy } from '@testwarden/action-perf-regression/paired/pair-policy'
import { findPairTrees } from '@testwarden/action-perf-regression/paired/pair-trees'
import { readMeasured } from '@testwarden/action-perf-regression/paired/read-measured'
import { withPairs } from '@testwarden/action-perf-regression/paired/with-pairs'
import { defineAction } from '@testwarden/core/action/define-action'
import { inputLayer } from '@testwarden/core/config/layer'
import { resolveSettings } from '@testwarden/core/config/resolve-settings'
import type { Evidence, Observation } from '@testwarden/core/model/evidence'
import { benchmarkFormats } from '@testwarden/formats/benchmark/registry'
import { askUntilSettled } from '@testwarden/platform/ask-loop'
import { createExec } from '@testwarden/platform/exec'
import { configOf, evidenceOf, portsOf, runOf } from '../../../actions/perf-regression/test/kit.js'
import {
  commit,
  fingerprint,
  newRepository,
  openGit,
  run,
} from '../../../packages/platform/test/support/git-project.js'
import { PYTEST_BENCHMARK, pythonWith } from '../support/python-tools.js'
import { testWith } from '../support/real-runner.js'

const PYTEST_PROGRAMS = pythonWith('pytest-benchmark', PYTEST_BENCHMARK)
const withPytest = PYTEST_PROGRAMS === null ? test.skip : test

/** Of Go only what is counted: what it times depends on whatever else this machine does. */
const POLICY: PairPolicy = {
  falseAlarmRate: 0.005,
  limitOf: ({ key }) => {
    const [, name = '', metric] = key.split('\u001f')
    const isCounted = metric === 'allocs/op' || name.includes('.py::')
    return isCounted ? { worse: 'more', tolerance: 0.05 } : null
  },
}

type Contents = Readonly<Record<string, string>>

/** A pull request of a repository: asked, measured in clones of both trees, settled and judged. */
async function judge(base: Contents, head: Contents, inputs: Readonly<Record<string, string>>) {
  const workspace = newRepository()
  const baseSha = commit(workspace, base)
  const headSha = commit(workspace, head)
  const before = fingerprint(workspace)
  const { git, temporary } = openGit(workspace)
  const path = [PYTEST_PROGRAMS ?? '', process.env.PATH ?? ''].filter((part) => part !== '').join(delimiter)
  const env = { ...process.env, PATH: path, RUNNER_TEMP: temporary }
  const ports = portsOf({ exec: createExec({ cwd: workspace, env, clones: git.clones }), git })
  const evidence = evidenceOf(
    {},
    { run: { ...runOf(), testedSha: headSha, base: { kind: 'commit', sha: baseSha, origin: 'named' } } },
  )
  const trees = await findPairTrees({ ...evidence.run, testedTree: run(workspace, 'rev-parse', 'HEAD^{tree}') }, git)
  const settings = settingsOf({ 'screen-pairs': '5', 'confirm-pairs': '8', ...inputs })
  const subjectOf = (observations: readonly Observation[]) => ({
    trees,
    observations,
    cores: 2,
    settings,
    policy: POLICY,
  })
  const definition = defineAction({
    ...perfRegression,
    ask: ({ observations }: Evidence<unknown>) => askPairs(subjectOf(observations)),
    readReported: (request, written) => readMeasured(request, written, benchmarkFormats),
  })
  const asked = await askUntilSettled({ definition, config: configOf(), evidence, ports })
  await git.dispose()
  expect(fingerprint(workspace)).toEqual(before)
  return factsOf(withPairs(subjectOf(asked.observations)))
}

function factsOf(facts: PairedFacts | null) {
  if (facts === null) throw new Error('nothing was measured')
  const { metrics } = judgePairs(facts, POLICY)
  const states = metrics.map(({ key, state }) => [key.split('\u001f').slice(1).join(' '), state] as const)
  return { facts, states: Object.fromEntries(states) }
}

function settingsOf(inputs: Readonly<Record<string, string>>): PairedSettings {
  const resolved = resolveSettings(pairedConfig, [inputLayer(new Map(Object.entries(inputs)))])
  if (!resolved.ok) throw resolved.errors[0]
  return resolved.settings
}

/** Allocations are counted, so that a fifth more is a fifth more on any machine. */
function goProject(allocations: number): Contents {
  const source = `package shop

var kept []*[64]byte

func Fill() {
	kept = kept[:0]
	for i := 0; i < ${allocations}; i++ {
		kept = append(kept, new([64]byte))
	}
}
`
  const tests = `package shop

import "testing"

func BenchmarkFill(b *testing.B) {
	b.Run("n=10", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			Fill()
		}
	})
}

func BenchmarkSame(b *testing.B) {
	for i := 0; i < b.N; i++ {
		kept = append(kept[:0], new([64]byte))
	}
}
`
  return { 'go.mod': 'module example.org/shop\n\ngo 1.18\n', 'shop.go': source, 'shop_test.go': tests }
}

const GO = { command: 'go-test -benchmem -benchtime=100x' }

testWith('go', 'version')(
  'go test: a fifth more allocations are found, by fresh pairs of that benchmark alone',
  async () => {
    const { facts, states } = await judge(goProject(10), goProject(12), GO)
    expect(facts.outcome).toEqual({ kind: 'measured' })
    expect(states['example.org/shop.BenchmarkFill/n=10 allocs/op']).toBe('regressed')
    expect(states['example.org/shop.BenchmarkSame allocs/op']).toBe('unchanged')
    const counted = facts.metrics.filter(({ key }) => key.endsWith('allocs/op'))
    expect(counted.map(({ confirm }) => confirm.length)).toEqual([8, 0])
    expect(facts.rounds).toHaveLength(13)
    expect(facts.rounds.every(({ base, kernel }) => base.cpuMs !== null && kernel !== null)).toBe(true)
  },
)

testWith('go', 'version')('go test: a change that alters nothing is unchanged', async () => {
  const { facts, states } = await judge(goProject(10), { 'readme.md': 'new' }, GO)
  expect(states['example.org/shop.BenchmarkFill/n=10 allocs/op']).toBe('unchanged')
  expect(Object.values(states)).not.toContain('regressed')
  expect(facts.notes).toEqual([])
})

testWith('go', 'version')(
  'go test: a change that does not compile is told apart from a base that does not',
  async () => {
    const broken = { 'shop.go': 'package shop\n\nfunc' }
    const head = await judge(goProject(10), broken, { ...GO, build: 'go build ./...' })
    expect(head.facts.outcome).toMatchObject({ kind: 'broken', side: 'head', step: 'build' })
    const base = await judge({ ...goProject(10), ...broken }, goProject(10), GO)
    expect(base.facts.outcome).toMatchObject({ kind: 'broken', side: 'base', step: 'command' })
  },
)

/** A clock that counts what is done, so that a fifth more takes a fifth longer on any machine. */
function pythonProject(steps: number): Contents {
  const source = `
DONE = 0

def clock():
    return DONE / 1e6

def total():
    global DONE
    DONE += ${steps}
`
  const tests = `
import cart

def test_total(benchmark):
    benchmark.pedantic(cart.total, rounds=5)

def test_same(benchmark):
    def same():
        cart.DONE += 7
    benchmark.pedantic(same, rounds=5)
`
  return { 'cart.py': source, 'tests/test_cart.py': tests }
}

/** Twenty-six processes that each import pytest. */
const PYTEST_MS = 400_000
const PYTEST = { command: 'pytest-benchmark tests --benchmark-timer=cart.clock -p no:cacheprovider' }

withPytest(
  'pytest-benchmark: a fifth slower is found in code that nobody installed',
  async () => {
    const { facts, states } = await judge(pythonProject(100), pythonProject(120), PYTEST)
    expect(states).toEqual({
      'tests/test_cart.py::test_same time': 'unchanged',
      'tests/test_cart.py::test_total time': 'regressed',
    })
    expect(facts.notes).toEqual([expect.stringContaining('Without `setup`')])
  },
  PYTEST_MS,
)

withPytest('pytest-benchmark: a change that alters nothing is unchanged', async () => {
  const { states } = await judge(pythonProject(100), { 'readme.md': 'new' }, PYTEST)
  expect(Object.values(states)).toEqual(['unchanged', 'unchanged'])
})
