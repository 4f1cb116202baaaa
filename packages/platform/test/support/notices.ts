import type { Notice } from '@testwarden/core/model/notice'
import fc from 'fast-check'
import type { Timing } from '../../src/notify/timing.js'

export const NOTICE: Notice = {
  event: 'trigger',
  dedupKey: `inc-${'0123456789'.repeat(4)}`,
  title: 'Login fails on main',
  text: 'Three tests fail.\nSince commit abc1234.',
  severity: 'critical',
  source: 'acme/shop',
  component: 'checkout',
  links: [{ text: 'Incident', href: 'https://github.com/acme/shop/issues/7' }],
  facts: [{ name: 'Workflow', value: 'ci.yml' }],
  at: '2026-10-01T12:00:00.000Z',
  thread: null,
}

/** What people and tools write, and what they should not. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('<!channel>', '<!here>', '<@U012345>', '<#C012345>', '@everyone', '@here', '<at>all</at>', ':tada:'),
  fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '> ',
    '# ',
    '- ',
    '[a](https://evil.test)',
    '|',
    '\\',
    '"',
    '&amp;',
    '&',
    '<',
    '>',
  ),
  fc.constantFrom(
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\u001b[31m',
    '\u202e',
    '\ud83d',
    '\udc00',
    '👨‍👩‍👧‍👦',
    'e\u0301',
    '漢字',
    '{{title}}',
    `$${'{x}'}`,
    '%7B',
  ),
)
const anyText = fc
  .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom(1, 1, 1, 3, 40, 900))
  .map(([pieces, times]) => pieces.join('').repeat(times).slice(0, 200_000))
const anyHref = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://a.test/|x',
    'https://a.test/?a=1&b=<2>',
    `https://a.test/${'%20'.repeat(400)}`,
  ),
  anyText,
)

export const anyNotice: fc.Arbitrary<Notice> = fc.record({
  event: fc.constantFrom('trigger', 'acknowledge', 'resolve'),
  dedupKey: fc.stringMatching(/^inc-[0-9a-f]{40}$/),
  title: anyText,
  text: anyText,
  severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
  source: fc.oneof(fc.constant('acme/shop'), anyText),
  component: fc.option(anyText),
  links: fc.array(fc.record({ text: anyText, href: anyHref }), { maxLength: 12 }),
  facts: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 30 }),
  at: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  thread: fc.constant(null),
})

/** Everything is as long as it can be at once, in one character that some service writes longer. */
export const fullNotices = ['漢', '"', '&', '<', '*', '\\', '\u0001', 'a', '😀'].map((character): Notice => {
  const text = character.repeat(20_000)
  const href = `https://a.test/?${'&'.repeat(1400)}`
  return {
    ...{ ...NOTICE, title: text, text, source: text, component: text },
    links: Array.from({ length: 12 }, () => ({ text, href })),
    facts: Array.from({ length: 40 }, (_, index) => ({ name: `${index}${text}`, value: text })),
  }
})

export interface FakeTiming extends Timing {
  /** Every wait, in its order. */
  readonly waitsMs: readonly number[]
}

/** A clock that only waits move. */
export function fakeTiming(part: Partial<Timing> = {}): FakeTiming {
  const waitsMs: number[] = []
  let nowMs = Date.parse('2026-10-01T12:00:00Z')
  return {
    timeoutMs: 5000,
    budgetMs: 60_000,
    firstWaitMs: 500,
    nowMs: () => nowMs,
    sleep: async (durationMs) => {
      waitsMs.push(durationMs)
      nowMs += durationMs
    },
    random: () => 1,
    waitsMs,
    ...part,
  }
}
