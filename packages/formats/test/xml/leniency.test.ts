import { describe, expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import fc from 'fast-check'
import { XmlScanner } from '../../src/xml/scanner.js'
import { EventLog, type XmlEvent } from '../support/read.js'

interface Scanned {
  readonly events: readonly XmlEvent[]
  /** What was mended, with its line. */
  readonly told: readonly string[]
  /** Why the document ends early. */
  readonly cut: string | null
}

function scan(chunks: readonly string[]): Scanned {
  const log = new EventLog()
  const told: string[] = []
  let cut: string | null = null
  const leniency = {
    mended: (what: string, line: number) => told.push(`${line}: ${what}`),
    endedEarly: (error: ReportError) => {
      cut = error.message
    },
  }
  const scanner = new XmlScanner(log, { path: 'r.xml', leniency })
  for (const chunk of chunks) scanner.write(chunk)
  scanner.end()
  return { events: log.events, told, cut }
}

function textOf({ events }: Scanned): string {
  return events.flatMap((event) => (event[0] === 'text' ? [event[1]] : [])).join('')
}

describe('a lenient scanner', () => {
  test('drops characters that XML does not allow, in text, CDATA sections, attributes and comments', () => {
    const scanned = scan(['<a x="1\u001b[31m2">\n\u0000b<!-- \u0001 --><![CDATA[c\u0008\uffff]]></a>'])
    expect(scanned.events).toEqual([
      ['open', 'a', { x: '1[31m2' }],
      ['text', '\nbc'],
      ['close', 'a'],
    ])
    expect(scanned.told).toEqual(['1: characters that XML does not allow are dropped'])
  })

  test('tells the line of the first dropped character, also where a chunk begins in the middle of one', () => {
    expect(scan(['<a>\n\n<b x', '="1"/>\n\u0007</a>']).told).toEqual([
      '4: characters that XML does not allow are dropped',
    ])
  })

  test('drops references to such characters and keeps unknown ones as they are written', () => {
    const scanned = scan(['<a x="&#27;[1m&nbsp;&lt;">&#x0;&amp;\n&oob;&#xD800; a & b &&amp;</a>'])
    expect(scanned.events).toEqual([
      ['open', 'a', { x: '[1m&nbsp;<' }],
      ['text', '&\n&oob; a & b &&'],
      ['close', 'a'],
    ])
    expect(scanned.told).toEqual([
      '1: a reference to a character that XML does not allow is dropped',
      '1: a reference that XML does not know is kept as written',
      '1: a reference to a character that XML does not allow is dropped',
      '2: a reference that XML does not know is kept as written',
      '2: a reference to a character that XML does not allow is dropped',
      '2: an & that starts no reference is kept as written',
      '2: an & that starts no reference is kept as written',
    ])
  })

  test('expands no entity, whatever the document declares', () => {
    const scanned = scan(['<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&x;&y;</a>'])
    expect(textOf(scanned)).toBe('&x;&y;')
  })

  test('reads over marks that have no business where they stand', () => {
    expect(textOf(scan(['<a>b ]]> c<!-- -- --></a>']))).toBe('b ]]> c')
  })

  test('takes text of any length, and holds none of it', () => {
    const scanned = scan(['<a><![CDATA[', ...Array.from({ length: 400 }, () => 'x'.repeat(65_536)), ']]></a>'])
    expect(textOf(scanned)).toHaveLength(400 * 65_536)
    expect(scanned.cut).toBeNull()
  })

  test('cuts an attribute of many megabytes, and still knows its lines', () => {
    const long = Array.from({ length: 200 }, () => `${'y'.repeat(65_535)}\n`)
    const { events, told } = scan(['<a>\n<b m="', ...long, '" n="2"/>\n', '<c/>\u0000</a>'])
    const opened = events.flatMap((event) => (event[0] === 'open' && event[1] === 'b' ? [event[2]] : []))
    expect(opened.map(({ m = '', n }) => [m.length <= 65_536, m.startsWith('yyy'), n])).toEqual([[true, true, '2']])
    expect(told[0]).toBe('2: an attribute that is very long is cut')
    expect(told[1]).toBe('203: characters that XML does not allow are dropped')
  })

  test('a document that is cut off says where', () => {
    const whole = '<a>\n<b c="1">text &amp; <![CDATA[more]]></b></a>'
    for (let length = 3; length < whole.length; length++) expect(scan([whole.slice(0, length)]).cut).toMatch(/cut off/)
    expect(scan([whole]).cut).toBeNull()
  })

  test.each([
    ['an end tag that closes something else', '<a><b></a>'],
    ['a < in an attribute', '<a time="<<computed>>"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['two roots', '<a/><b/>'],
    ['text before the root', 'oops <a/>'],
    ['nothing of XML', '   '],
    ['too many levels', '<a>'.repeat(600)],
  ])('still refuses %s', (_what, text) => {
    expect(() => scan([text])).toThrow(ReportError)
  })

  test('makes the same of a document in any chunks', () => {
    const piece = fc.constantFrom(
      '&',
      '&#27;',
      '&nbsp',
      ';',
      '\u0001',
      'text',
      ']]>',
      '\n',
      '&amp;',
      '\r',
      'ü',
      ']',
      '<i/>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
        const attribute = pieces.filter((each) => each !== '<i/>').join('')
        const document = `<a b="${attribute}">${pieces.join('')}</a>`
        const chunks = document.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
        const [whole, split] = [scan([document]), scan(chunks)]
        expect(split.events).toEqual(whole.events)
        expect(split.cut).toBeNull()
      }),
    )
  })
})
