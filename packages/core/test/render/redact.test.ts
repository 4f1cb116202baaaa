import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRedactor } from '../../src/render/redact.js'

const redact = createRedactor([])
/** Put together here, so that no scanner takes this file for a leak. */
const fake = (prefix: string, length: number) => prefix + 'a1B2c3D4e5'.repeat(Math.ceil(length / 10)).slice(0, length)

const SECRETS = [
  ...['ghp_', 'gho_', 'ghs_', 'ghu_', 'ghr_'].map((prefix) => fake(prefix, 36)),
  fake('github_pat_', 82),
  `AKIA${'A1B2C3D4E5F6G7H8'}`,
  `ASIA${'A1B2C3D4E5F6G7H8'}`,
  fake('xoxb-', 30),
  fake('npm_', 36),
  fake('pypi-AgE', 60),
  fake('glpat-', 20),
  `${fake('eyJ', 20)}.${fake('eyJ', 30)}.${fake('', 43)}`,
]

describe('well-known secrets', () => {
  test.each(SECRETS)('%s goes, the text around it stays', (secret) => {
    expect(redact(`before "${secret}" after`)).toBe('before "[redacted]" after')
  })

  test.each([
    ['https://user:pass@example.test/x', 'https://[redacted]@example.test/x'],
    ['postgres://app:p@ss@db:5432/x', 'postgres://[redacted]@db:5432/x'],
    ['Authorization: Bearer abcdef0123456789abcd', 'Authorization: Bearer [redacted]'],
    [`aws_secret_access_key = ${fake('', 40)}`, 'aws_secret_access_key = [redacted]'],
  ])('%s reads %s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test('private key blocks go whole, and to the end where the end is missing', () => {
    const begin = '-----BEGIN RSA PRIVATE KEY-----'
    const end = '-----END RSA PRIVATE KEY-----'
    expect(redact(`a ${begin}\nMII\n${end} b ${begin}\nMII`)).toBe('a [redacted] b [redacted]')
  })

  test.each([
    'tests/test_refund.py::test_refund_rounds_half_up',
    'see https://github.com/acme/shop/pull/12?x=1#discussion_r5',
    'user@example.test',
    'basic authentication-middleware works',
    'npm_config_registry and pypi-publish-workflow-for-everyone',
    'commit 1f3c9ab000000000000000000000000000000000',
  ])('%s stays', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('no secret survives in any surroundings of other words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECRETS), fc.lorem(), fc.lorem(), (secret, before, after) => {
        expect(redact(`${before} ${secret} ${after}`)).toBe(`${before} [redacted] ${after}`)
      }),
    )
  })

  test('is linear: a megabyte of any beginning of a secret takes no time', () => {
    for (const piece of [
      'eyJ',
      'ghp_',
      '://',
      '://a@',
      '-----BEGIN PRIVATE KEY-----',
      'bearer ',
      'AKIA',
      'a',
      'secret_access_key=',
      'xoxb-',
      '/api/webhooks/1',
    ]) {
      expect(redact(piece.repeat(1_000_000 / piece.length)).length).toBeGreaterThan(0)
    }
  })
})

describe("the user's own patterns", () => {
  test('are plain text, in which a star stands for the rest of a word', () => {
    const own = createRedactor(['ACME-*', 'hunter2', 'key=*;', '*.internal.test'])
    expect(own('ACME-77 x ACME, hunter22, key=abc;d db1.internal.test.')).toBe(
      '[redacted] x ACME, [redacted]2, [redacted]d [redacted].',
    )
  })

  test('that are empty or only stars redact nothing', () => {
    expect(createRedactor(['', '*', ' ** '])('text')).toBe('text')
  })

  test('with many stars end on a text that would have them try every split', () => {
    const text = 'a'.repeat(1_000_000)
    expect(createRedactor(['a*a*a*a*a*a*b'])(text)).toBe(text)
  })
})
