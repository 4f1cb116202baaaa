import { camelCase, pascalCase, sentenceCase } from '../names.mjs'

/** @param {import('./manifest.mjs').ActionNames} names */
export function outputs({ gate }) {
  const type = `${pascalCase(gate)}Facts`
  return `import type { OutputDefinition } from '@testwarden/core/action/define-action'
import type { ${type} } from './facts.js'

export const OUTPUTS: readonly OutputDefinition<${type}>[] = [
  {
    name: 'file-count',
    description: 'How many files were counted.',
    valueOf: (_decision, { facts }) => String(facts.files.length),
  },
]
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function index({ id, gate }) {
  const type = pascalCase(gate)
  return `import { defineAction } from '@testwarden/core/action/define-action'
import { collect${type} } from './collect.js'
import { ${camelCase(gate)}Config } from './config.js'
import { decide } from './decide.js'
import { EMPTY_FACTS, type ${type}Facts } from './facts.js'
import { mergeEvidence } from './merge-evidence.js'
import { OUTPUTS } from './outputs.js'
import { parseFacts } from './parse-facts.js'
import { present } from './present.js'

export const ${camelCase(id)} = defineAction<typeof ${camelCase(gate)}Config, ${type}Facts>({
  id: '${id}',
  gate: '${gate}',
  title: '${sentenceCase(gate)}',
  description: 'Are there more files than there may be?',
  config: ${camelCase(gate)}Config,
  outputs: OUTPUTS,
  maxEvidenceBytes: 16 * 1024 * 1024,
  emptyFacts: EMPTY_FACTS,
  noInputRemedy: 'Name the files that are to be counted with \`files\`.',
  collect: collect${type},
  decide,
  present,
  parseFacts,
  mergeEvidence,
})
`
}

/** @param {import('./manifest.mjs').ActionNames} names */
export function main({ id }) {
  return `import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runAction } from '@testwarden/platform/run-action'
import { ${camelCase(id)} } from './index.js'

await runAction(${camelCase(id)}, readGitDiff)
`
}
