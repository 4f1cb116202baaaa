import { describe, expect, test } from '@jest/globals'
import type { RunContext } from '@testwarden/core/model/evidence'
import { TOOL_VERSION } from '@testwarden/core/model/version'
import { recordEnvelope, recordOf } from '../src/record-of-run.js'

const RUN: RunContext = {
  key: {
    action: 'flaky-detector',
    workflow: 'ci.yml',
    job: 'test',
    matrix: '{}',
    step: '__run',
    checkRun: '',
    run: '1',
    attempt: 1,
  },
  event: 'pull_request',
  repository: 'owner/name',
  serverUrl: null,
  branch: 'topic',
  pullRequest: 7,
  testedSha: 'a'.repeat(40),
  testedTree: 'b'.repeat(40),
  testedParent: 'c'.repeat(40),
  headSha: 'd'.repeat(40),
  base: { kind: 'commit', sha: 'e'.repeat(40), origin: 'merge-base' },
  isBaseline: false,
  now: '2026-03-01T12:00:00.000Z',
  machine: { cpu: 'x', cores: 2, memoryMiB: 7168, image: 'ubuntu-24.04' },
}

describe('the record of a run', () => {
  test('names tree, parent, pull request and base, and who wrote it', () => {
    expect(recordEnvelope(RUN)).toMatchObject({
      tree: 'b'.repeat(40),
      parent: 'c'.repeat(40),
      pullRequest: 7,
      baseSha: 'e'.repeat(40),
      version: TOOL_VERSION,
      trust: 'pull-request',
    })
  })

  test('leaves out what nobody could tell', () => {
    const { testedTree: _tree, testedParent: _parent, ...rest } = RUN
    const record = recordEnvelope({ ...rest, pullRequest: null, base: { kind: 'history' } })
    expect(record).toMatchObject({ tree: null })
    for (const field of ['parent', 'pullRequest', 'baseSha']) expect(record).not.toHaveProperty(field)
  })

  test('says what its body holds for others and what it needs, where the change does', () => {
    const links = { provides: ['a'.repeat(32)], needs: ['b'.repeat(32)] }
    expect(recordOf(recordEnvelope(RUN), { body: 1, ...links })).toMatchObject({ body: 1, ...links })
    expect(recordOf(recordEnvelope(RUN), { body: 1 })).not.toHaveProperty('provides')
  })
})
