import { tallyOf } from '../../../actions/flaky-detector/lib/diagnosis/evidence.js'
import { parseFacts } from '../../../actions/flaky-detector/lib/parse-facts.js'
import { renamedTests } from '../../../actions/flaky-detector/lib/reading/renamed-tests.js'
import { keyOfParts } from '../../../packages/core/lib/model/test-key.js'
import { findChangePoints } from '../../../packages/stats/lib/change-points.js'
import { failureStateScore } from '../../../packages/stats/lib/failure-state-score.js'

const HUGE = 1_000_000
const HOUR_MS = 3_600_000
const SHA = 'e'.repeat(40)

/** @type {readonly import('./measure-growth.mjs').GrowthCase[]} */
export const historyCases = [
  {
    what: 'changes of hundreds of runs with huge counts',
    size: 500,
    prepare: (size) => {
      const sequence = Array.from({ length: size }, (_, at) =>
        at % 60 < 30 ? { failed: 0, passed: HUGE } : { failed: 3 * HUGE, passed: 0 },
      )
      return () => findChangePoints(sequence)
    },
  },
  {
    what: 'the score of runs with huge counts',
    size: 500,
    prepare: (size) => {
      const runs = new Array(size).fill({ failed: HUGE, passed: 0 })
      return () => failureStateScore(runs)
    },
  },
  {
    what: 'the evidence of a long story',
    size: 2_000,
    prepare: (size) => {
      const cells = Array.from({ length: size }, (_, at) => cellAt(at))
      return () => tallyOf({ cells, contradictions: [] })
    },
  },
  {
    what: 'a folder of tests that moved',
    size: 100,
    prepare: (size) => {
      const renames = Array.from({ length: size }, (_, at) => ({ from: `old/test_${at}.py`, to: `new/test_${at}.py` }))
      const [old, present] = ['old', 'new'].map((folder) => renames.flatMap((_, at) => testsOf(folder, at)))
      return () => renamedTests(new Set(old), present, renames)
    },
  },
  {
    what: 'facts with long stories of many commits',
    size: 1_000,
    prepare: (size) => {
      const facts = { legs: [legWithStories(size)] }
      return () => parseFacts(facts)
    },
  },
]

function cellAt(at) {
  const counts = at % 5 === 0 ? { failed: 0, passed: 1 } : { failed: HUGE, passed: 0 }
  return { commit: `commit-${at}`, tree: `tree-${at}`, run: `run-${at}`, time: timeAt(at), ...counts }
}

function testsOf(folder, file) {
  return Array.from({ length: 5 }, (_, index) =>
    keyOfParts([`${folder}/test_${file}.py`, `${folder}.test_${file}.TestX`, `t${index}`]),
  )
}

function legWithStories(size) {
  const commits = Array.from({ length: 2000 }, (_, at) => ({
    sha: String(at).padStart(40, '0'),
    tree: `a${String(at).padStart(39, '0')}`,
    time: timeAt(at),
    run: String(at),
    isWithheld: false,
    isLeftOut: false,
    hasRecovered: false,
    tests: size,
    failed: 0,
    flaky: 0,
  }))
  const stories = Array.from({ length: size }, (_, at) => ({ key: String(at).padStart(9, '0'), cells: '0-1999' }))
  const past = { kind: 'known', commits, stories, storiesLeftOut: 0, contradictions: [], usual: [], roster: null }
  return {
    variant: '{"action":"flaky-detector","job":"test","matrix":"{}","step":"gate","workflow":"ci"}',
    testedSha: SHA,
    tree: SHA,
    reports: [],
    tests: [],
    failures: [],
    quarantined: [],
    change: { kind: 'none' },
    past: { ...past, renamed: [], quarantines: [], isOfBase: false },
    rosters: [],
    backtest: null,
    notes: [],
  }
}

function timeAt(hour) {
  return new Date(Date.UTC(2025, 10, 1) + hour * HOUR_MS).toISOString()
}
