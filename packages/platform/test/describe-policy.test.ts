import { expect, test } from '@jest/globals'
import type { PolicySource } from '@testwarden/core/action/policy'
import { ConfigurationError, toProblem } from '@testwarden/core/model/errors'
import { plainText } from '@testwarden/core/render/inline'
import { describePolicy } from '../src/describe-policy.js'
import { localRun } from './support/local-run.js'

const FILE = { path: '.github/testwarden.yml', root: {}, lineOf: () => null }

function policyText(file: typeof FILE | null, policy?: PolicySource): string {
  const sources = policy === undefined ? { file } : { file, policy }
  return plainText(describePolicy(localRun('coverage-gate'), sources)).split(' · ')[0] ?? ''
}

test('off pull requests the file that lies there is named, or that there is none', () => {
  expect(policyText(FILE)).toBe('Policy from .github/testwarden.yml')
  expect(policyText(null)).toBe('No config file: limits that nobody wrote only advise')
})

test('a change is told whose limits judge it', () => {
  const base = { kind: 'base', branch: 'main', sha: '1f3c9ab'.padEnd(40, '0'), before: null, missing: null } as const
  expect(policyText(FILE, { ...base, file: FILE })).toBe('Policy from main at 1f3c9ab')
  expect(policyText(FILE, { ...base, file: null })).toContain('No config file in main at 1f3c9ab')
})

test('a change whose base cannot be read is told that these are its own', () => {
  const problem = toProblem(new ConfigurationError('no', { remedy: 'none' }))
  if (problem === null) throw new TypeError('a configuration error is a problem')
  const unreachable: PolicySource = { kind: 'unreachable', branch: 'main', problem }
  expect(policyText(FILE, unreachable)).toBe('Policy from .github/testwarden.yml of this change, not of main')
  expect(policyText(null, unreachable)).toBe('No config file in this change, and that of main could not be used')
})
