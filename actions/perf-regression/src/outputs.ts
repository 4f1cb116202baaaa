import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { PerfFacts } from './facts.js'

export const OUTPUTS: readonly OutputDefinition<PerfFacts>[] = [
  {
    name: 'file-count',
    description: 'How many files were counted.',
    valueOf: (_decision, { facts }) => String(facts.files.length),
  },
]
