// Patch coverage of a large change with the real files and the real git, each phase timed by itself.
// Usage: node scripts/bench/judge-change.mjs <workspace> <report> <base> <head>

import { collectCoverage } from '../../actions/coverage-gate/lib/collect.js'
import { coverageGate } from '../../actions/coverage-gate/lib/index.js'
import { effectiveConfig } from '../../packages/core/lib/action/effective-config.js'
import { coverageFormats } from '../../packages/formats/lib/coverage/registry.js'
import { readGitDiff } from '../../packages/formats/lib/diff/read-unified-diff.js'
import { systemClock } from '../../packages/platform/lib/clock.js'
import { createWorkspaceFiles } from '../../packages/platform/lib/files.js'
import { createGit } from '../../packages/platform/lib/git.js'
import { createTerminalLog } from '../../packages/platform/lib/log.js'

const [workspace, report, base, head] = process.argv.slice(2)
const spentMs = { read: 0, git: 0, diff: 0, decide: 0, present: 0 }
const log = createTerminalLog(process.stderr)
const git = createGit({ workspace, env: process.env, token: null, parseDiff: timedDiff, log })
const effective = effectiveConfig(coverageGate, { inputs: new Map([['reports', report]]), file: null })
if (!effective.ok) throw effective.errors[0]
const config = effective.config.gate
const run = {
  key: {
    action: 'coverage-gate',
    workflow: 'w',
    job: 'j',
    matrix: '{}',
    step: 's',
    checkRun: '',
    run: '1',
    attempt: 1,
  },
  event: 'pull_request',
  base: { kind: 'commit', sha: base, origin: 'first-parent' },
  testedSha: head,
  isBaseline: false,
}
const ports = {
  files: createWorkspaceFiles({ root: workspace, reach: 'workspace' }),
  git: { ...git, diff: timedAsync('git', git.diff) },
  clock: systemClock,
  log,
  history: null,
}

const startedMs = performance.now()
const collected = await collectCoverage({ config, run }, { ports, formats: coverageFormats.map(timedFormat) })
const collectMs = performance.now() - startedMs
if (collected.problems.length > 0) throw new Error(collected.problems[0].message)
const evidence = { action: coverageGate.id, run, observations: [], ...collected }
const decision = timed('decide', () => coverageGate.decide(evidence, config))
timed('present', () => coverageGate.present(decision, evidence))
await git.dispose()
const changedLines = evidence.facts.changes.files?.flatMap(({ lines }) => lines.split(',')).length
const others = { resolve: collectMs - spentMs.read - spentMs.git, git: spentMs.git - spentMs.diff }
console.log(JSON.stringify({ ...spentMs, ...others, changedLines, outcome: decision.verdict.outcome }))

function timedFormat(format) {
  return {
    ...format,
    async load() {
      const open = await format.load()
      return (options) => timedReader(open(options))
    },
  }
}

function timedReader(reader) {
  return {
    write: (chunk) => timed('read', () => reader.write(chunk)),
    end: () => timed('read', () => reader.end()),
  }
}

/** The reader alone: waiting for git belongs to git. */
async function timedDiff(bytes) {
  const chunks = []
  for await (const chunk of bytes) chunks.push(chunk)
  return timedAsync('diff', () => readGitDiff(chunks))()
}

function timed(phase, work) {
  const beforeMs = performance.now()
  const result = work()
  spentMs[phase] += performance.now() - beforeMs
  return result
}

function timedAsync(phase, work) {
  return async (...args) => {
    const beforeMs = performance.now()
    const result = await work(...args)
    spentMs[phase] += performance.now() - beforeMs
    return result
  }
}
