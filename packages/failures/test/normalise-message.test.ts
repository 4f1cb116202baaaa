import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normaliseMessage } from '../src/normalise-message.js'

const hexDigits = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength, maxLength }).map((digits) => digits.join(''))
const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'))
const clock = fc.tuple(two(23), two(59), two(59)).map((parts) => parts.join(':'))
const day = fc.tuple(fc.integer({ min: 1900, max: 2999 }), two(12), two(31)).map((parts) => parts.join('-'))
const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)

/** What differs from run to run. */
const VOLATILE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  integer: fc.integer().map(String),
  decimal: fc.tuple(fc.integer(), fc.nat(), fc.nat(99)).map(([whole, part, power]) => `${whole}.${part}e-${power}`),
  grouped: fc.tuple(fc.integer({ min: 1, max: 999 }), fc.nat(9)).map(([front, end]) => `${front},${end}00.5`),
  address: hexDigits(1, 16).map((digits) => `0x${digits}`),
  uuid: fc.uuid(),
  sha: hexDigits(40, 40),
  ipv4: fc.ipV4(),
  ipv6: hexDigits(1, 4).map((group) => `fe80::${group}:1`),
  port: fc
    .nat(65_535)
    .map((port) => `127.0.0.1:${port}`)
    .map((address) => address.split(':')[1] ?? ''),
  time: fc
    .tuple(day, fc.constantFrom('T', ' '), clock, fc.constantFrom('', 'Z', '+02:00', ' UTC'))
    .map((parts) => parts.join('')),
  clock,
  mailDate: fc.tuple(clock, fc.integer({ min: 1, max: 28 })).map(([time, date]) => `Sun, ${date} Nov 2026 ${time} GMT`),
  unixTemporary: fc.tuple(name, name).map((parts) => `/tmp/${parts.join('/')}`),
  macTemporary: fc.tuple(name, name).map((parts) => `/private/var/folders/${parts.join('/')}`),
  windowsTemporary: name.map((file) => `C:\\Users\\me\\AppData\\Local\\Temp\\${file}`),
  runnerTemporary: name.map((file) => `/home/runner/work/_temp/${file}`),
  padding: fc.stringMatching(/^ {1,9}$/),
  coloured: fc.nat(107).map((colour) => `\u001b[${colour}m7\u001b[0m`),
  colourWithoutEscape: fc.nat(107).map((colour) => `[${colour}m7[0m`),
}

describe.each(Object.entries(VOLATILE))('%s', (_, values) => {
  test('may differ', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const say = (value: string): string => normaliseMessage(`the worker "${value}" of ${value} said (${value}) no`)
        expect(say(one)).toBe(say(other))
      }),
    )
  })
})

test.each([
  ['Object com.example.Order@1b6d3586 is gone', 'Object com.example.Order# is gone'],
  ['thread pool-3-thread-12 died', 'thread pool-#-thread-# died'],
  ['connect ECONNREFUSED 127.0.0.1:43121', 'connect ECONNREFUSED #:#'],
  ['is at Nov 22 02:22:53 2026', 'is at #'],
  ['token c2VjcmV0IHRva2Vu== is old', 'token # is old'],
  ['commit 1a2b3c4 is bad', 'commit # is bad'],
  ["no module '/home/runner/work/shop/shop/src/a.js'", "no module 'src/a.js'"],
  ["no module 'D:\\a\\shop\\shop\\src\\a.js'", "no module 'src\\a.js'"],
  ['no file /github/workspace/a.js', 'no file a.js'],
])('%s', (message, normalised) => {
  expect(normaliseMessage(message)).toBe(normalised)
})

test.each([
  'the facade was added',
  'std::move in a::b',
  'May the decade be good',
  'expected true, got false',
  'a/b/c.js',
])('words stay: %s', (message) => {
  expect(normaliseMessage(message)).toBe(message)
})

test('a message without end becomes a short one', () => {
  const texts = ['1', 'a', ':', '::', '/tmp/', '\u001b[', '\u001b]', '-', 'a1', 'Mon, ', ' 1 Jan', '=', '1,', 'a=']
  for (const text of texts) expect(normaliseMessage(text.repeat(50_000)).length).toBeLessThanOrEqual(1_000)
})
