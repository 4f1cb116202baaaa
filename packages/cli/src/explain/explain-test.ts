import { explainTest } from '@testwarden/action-flaky-detector/explain/explain-test'
import { flakyDetector } from '@testwarden/action-flaky-detector/index'
import { effectiveConfig } from '@testwarden/core/action/effective-config'
import type { TestExplanation } from '@testwarden/core/files/explain-test-file'
import { ConfigurationError } from '@testwarden/core/model/errors'
import { defaultBranchLine } from '../default-branch.js'
import type { LocalStep } from '../open-local-step.js'

/** What history and the reports at hand tell of a test. @throws ConfigurationError */
export async function explainNamedTest(name: string, step: LocalStep): Promise<Omit<TestExplanation, 'schema'>> {
  const { sources, ports } = step
  const resolved = effectiveConfig(flakyDetector, sources)
  if (!resolved.ok) throw resolved.errors[0]
  const config = resolved.config.gate
  const read = ports.history === null ? null : await ports.history.read({ action: flakyDetector.id })
  const run = { ...step.run, key: { ...step.run.key, action: flakyDetector.id } }
  const { facts, problems } = await flakyDetector.collect({ config, run }, { ...ports, history: null })
  const tests = facts?.legs.flatMap((leg) => leg.tests) ?? []
  if (read === null && tests.length === 0)
    throw new ConfigurationError('no history is configured and no report was found, so no test is known', {
      remedy: 'set `history` in .github/testwarden.yml, or give --history git:testwarden-history',
    })
  const line = await defaultBranchLine(ports.git)
  const explained = explainTest({
    name,
    records: read?.records ?? [],
    firstParents: line.firstParents,
    config,
    now: run.now,
    reported: new Map(tests.map(({ key, outcome }) => [key, outcome])),
  })
  const notes = [
    ...(read?.warnings ?? []),
    ...line.notes,
    ...problems.map(({ message }) => message),
    ...explained.notes,
  ]
  return { ...explained, notes: [...new Set(notes)] }
}
