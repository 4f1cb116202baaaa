import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { FlakyFacts } from './facts.js'

export const OUTPUTS: readonly OutputDefinition<FlakyFacts>[] = [
  {
    name: 'file-count',
    description: 'How many files were counted.',
    valueOf: (_decision, { facts }) => String(facts.files.length),
  },
]
