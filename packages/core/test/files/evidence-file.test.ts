import { expect, test } from '@jest/globals'
import { encodeEvidenceFile } from '../../src/files/encode-evidence.js'
import { decodeEvidenceFile } from '../../src/files/evidence-file.js'
import { PlatformError, ReportError } from '../../src/model/errors.js'
import type { KnownIssue } from '../../src/model/issue.js'
import { OF_GITHUB } from './github-samples.js'
import { EVIDENCE } from './samples.js'

const LIMITS = { path: 'evidence.json', action: 'coverage-gate', maxBytes: 100_000 }

test('evidence survives the way to another job', () => {
  expect(decodeEvidenceFile(encodeEvidenceFile(EVIDENCE, LIMITS.maxBytes), LIMITS)).toEqual(EVIDENCE)
})

test('evidence of an earlier version, which says less of an issue, is taken all the same', () => {
  const { title: _t, labels: _l, assignees: _a, comments: _c, ...earlier } = knownIssue()
  const result = { kind: 'issues', issues: [earlier], isWhole: true }
  const text = JSON.stringify({ ...EVIDENCE, observations: [{ requestId: 'i', result }] })
  expect(decodeEvidenceFile(text, LIMITS).observations).toHaveLength(1)
})

function knownIssue(): KnownIssue {
  const found = OF_GITHUB.flatMap((result) => (result.kind === 'issues' ? result.issues : []))[0]
  if (found === undefined) throw new Error('no sample')
  return found
}

test('facts that JSON would lose are a bug, not a smaller file', () => {
  const lost = { ...EVIDENCE, facts: { files: new Map([['a', 1]]) } }
  expect(() => encodeEvidenceFile(lost, LIMITS.maxBytes)).toThrow(TypeError)
  expect(() => encodeEvidenceFile(lost, LIMITS.maxBytes)).toThrow(/facts\.files/)
})

test('the cap counts bytes, on both sides', () => {
  const wide = { ...EVIDENCE, facts: 'ü'.repeat(1000) }
  const text = encodeEvidenceFile(wide, LIMITS.maxBytes)
  const bytes = Buffer.byteLength(text)
  expect(bytes).toBe(text.length + 1000)
  expect(encodeEvidenceFile(wide, bytes)).toBe(text)
  expect(() => encodeEvidenceFile(wide, bytes - 1)).toThrow(PlatformError)
  expect(decodeEvidenceFile(text, { ...LIMITS, maxBytes: bytes })).toEqual(wide)
  expect(() => decodeEvidenceFile(text, { ...LIMITS, maxBytes: bytes - 1 })).toThrow(/longer than/)
})

test.each([
  ['another action', { ...EVIDENCE, action: 'flaky-detector' }, /evidence of flaky-detector; expected coverage-gate/],
  ['a newer version', { ...EVIDENCE, schema: 'testwarden.evidence/2' }, /newer/],
  ['no facts', { ...EVIDENCE, facts: undefined }, /facts/],
  ['a sha that is an option of git', runWith({ testedSha: '--upload-pack=evil' }), /run\.testedSha/],
  ['an action that is a path', runWith({ key: { ...EVIDENCE.run.key, action: '../x' } }), /run\.key\.action/],
  ['a base of an unknown kind', runWith({ base: { kind: 'guess' } }), /run\.base\.kind/],
  ['a time without a zone', runWith({ now: '2026-03-01T12:00:00' }), /run\.now/],
])('%s is refused with its place', (_name, value, message) => {
  const decode = () => decodeEvidenceFile(JSON.stringify(value), LIMITS)
  expect(decode).toThrow(ReportError)
  expect(decode).toThrow(message)
})

test('a file cut anywhere is refused', () => {
  const text = encodeEvidenceFile(EVIDENCE, LIMITS.maxBytes)
  for (let length = 0; length < text.length - 2; length += 7)
    expect(() => decodeEvidenceFile(text.slice(0, length), LIMITS)).toThrow(ReportError)
})

function runWith(change: object): object {
  return { ...EVIDENCE, run: { ...EVIDENCE.run, ...change } }
}
