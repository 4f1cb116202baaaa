import type { Leg } from '../../src/evidence-fold/leg.js'
import type { RunContext } from '../../src/model/evidence.js'
import { canonicalJson, type RecordKey } from '../../src/model/record-key.js'

export const HEAD = 'a'.repeat(40)
export const MERGE = 'b'.repeat(40)

export function keyOf(matrix: object, part: Partial<RecordKey> = {}): RecordKey {
  const common = { action: 'coverage-gate', workflow: 'CI', job: 'test', step: 'coverage', checkRun: '', run: '1' }
  return { ...common, attempt: 1, matrix: canonicalJson(matrix), ...part }
}

export function runOf(key: RecordKey, part: Partial<RunContext> = {}): RunContext {
  return {
    key,
    event: 'pull_request',
    repository: 'octo-org/example',
    serverUrl: 'https://github.example',
    branch: 'change',
    pullRequest: 7,
    testedSha: MERGE,
    headSha: HEAD,
    base: { kind: 'commit', sha: 'c'.repeat(40), origin: 'first-parent' },
    isBaseline: false,
    now: '2026-01-02T03:04:05.000Z',
    machine: { cpu: 'cpu', cores: 2, memoryMiB: 1024, image: 'image' },
    ...part,
  }
}

export function legOf(matrix: object, part: Partial<RecordKey> & { readonly digest?: string } = {}): Leg {
  const { digest = 'same', ...key } = part
  const run = runOf(keyOf(matrix, key))
  const evidence = { action: 'coverage-gate', run, facts: null, problems: [], observations: [] }
  return { source: `${run.key.job}${run.key.matrix}${run.key.attempt}${digest}`, digest, evidence }
}
