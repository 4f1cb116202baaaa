import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readCommands } from '../../src/commands/read-commands.js'

const HOUR_MS = 3_600_000

describe('a comment', () => {
  test.each([
    ['/ack', { kind: 'acknowledge' }],
    ['/ACK on it', { kind: 'acknowledge' }],
    ['/acknowledge', { kind: 'acknowledge' }],
    ['/resolve', { kind: 'resolve' }],
    ['/escalate\r\n', { kind: 'escalate' }],
    ['/silence 2h deploying the fix', { kind: 'silence', durationMs: 2 * HOUR_MS, reason: 'deploying the fix' }],
    ['/silence 1d  the  vendor is down ', { kind: 'silence', durationMs: 24 * HOUR_MS, reason: 'the vendor is down' }],
  ])('%j is a command', (body, command) => {
    expect(readCommands(body)).toEqual({ commands: [command], refused: [] })
  })

  test.each([
    ['looks at it: /ack'],
    ['> /ack'],
    ['    > /ack'],
    ['```\n/ack\n```'],
    ['~~~ sh\n/resolve\n~~~'],
    ['/ackermann'],
    ['/usr/bin/ack'],
    ['//ack'],
    ['/merge'],
    ['<!-- /ack -->'],
    [''],
  ])('%j has none', (body) => {
    expect(readCommands(body)).toEqual({ commands: [], refused: [] })
  })

  test('has what stands around a block of code', () => {
    expect(readCommands('see\n```\n/resolve\n```\n/ack').commands).toEqual([{ kind: 'acknowledge' }])
  })

  test('has several, in their order, but not any number of them', () => {
    expect(readCommands('/ack\n/silence 30m lunch').commands.map(({ kind }) => kind)).toEqual([
      'acknowledge',
      'silence',
    ])
    expect(readCommands('/ack\n'.repeat(100)).commands).toHaveLength(5)
  })
})

describe('a silence', () => {
  test.each([
    ['/silence', 'say for how long'],
    ['/silence forever because', 'say for how long'],
    ['/silence 2h', 'say why'],
    ['/silence 0s now', 'say for how long'],
    ['/silence 8d holiday', 'at most 7 days'],
    ['/silence 999d holiday', 'at most 7 days'],
  ])('%j is refused with what to write', (body, reason) => {
    const { commands, refused } = readCommands(body)
    expect(commands).toEqual([])
    expect(refused[0]?.reason).toContain(reason)
  })
})

test('any text is read without a crash, into at most five commands', () => {
  const piece = fc.constantFrom('/ack', '/silence', ' 2h', ' x', '\n', '\r', '```', '> ', '/resolve', '\u2028', '\0')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const { commands, refused } = readCommands(pieces.join(''))
      expect(commands.length + refused.length).toBeLessThanOrEqual(5)
      for (const command of commands)
        if (command.kind === 'silence') expect(command.durationMs).toBeLessThanOrEqual(7 * 24 * HOUR_MS)
    }),
  )
})
