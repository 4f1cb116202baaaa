import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { TestTotals } from '@testwarden/core/model/test-totals'
import type { FlakyFacts } from './facts.js'
import { countRun } from './subject.js'

function total(name: string, key: keyof TestTotals, description: string): OutputDefinition<FlakyFacts> {
  return { name, description, valueOf: (_decision, { facts }) => String(countRun(facts)[key]) }
}

export const OUTPUTS: readonly OutputDefinition<FlakyFacts>[] = [
  total('test-count', 'cases', 'Tests of the run; one that several legs have is one test.'),
  total('passed-tests', 'passed', 'Tests that passed, those that failed first included.'),
  total('failed-tests', 'failed', 'Tests that an assertion failed.'),
  total('errored-tests', 'errored', 'Tests that something else stopped.'),
  total('skipped-tests', 'skipped', 'Tests that were skipped.'),
  total('flaky-test-count', 'flaky', 'Tests that failed and passed in this run.'),
  {
    name: 'new-failures',
    description: 'Tests that fail without an excuse.',
    valueOf: ({ verdict }) => String(verdict.reasons.find(({ ruleId }) => ruleId === 'failing-tests')?.actual ?? ''),
  },
]
