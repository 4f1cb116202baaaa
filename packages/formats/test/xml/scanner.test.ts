import { describe, expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import { XML_LIMITS } from '../../src/xml/limits.js'
import { XmlScanner } from '../../src/xml/scanner.js'
import { EventLog, type XmlEvent } from '../support/read.js'

function scan(text: string, limits = XML_LIMITS): readonly XmlEvent[] {
  const log = new EventLog()
  const scanner = new XmlScanner(log, { path: 'r.xml', limits })
  scanner.write(text)
  scanner.end()
  return log.events
}

function fault(text: string, limits = XML_LIMITS): ReportError {
  try {
    scan(text, limits)
  } catch (error) {
    if (error instanceof ReportError) return error
    throw error
  }
  throw new Error('the document was accepted')
}

describe('a well-formed document', () => {
  test('gives its tags, attributes and text in order', () => {
    expect(scan('<a x="1" y=\'2\'>t<b/></a>')).toEqual([
      ['open', 'a', { x: '1', y: '2' }],
      ['text', 't'],
      ['open', 'b', {}],
      ['close', 'b'],
      ['close', 'a'],
    ])
  })

  test('has the predefined entities and numeric references decoded', () => {
    expect(scan('<a x="&lt;&#10;&#x41;&quot;">&amp;&apos;&gt;&#128512;</a>')).toEqual([
      ['open', 'a', { x: '<\nA"' }],
      ['text', "&'>😀"],
      ['close', 'a'],
    ])
  })

  test('has white space in attributes normalised, but not where a reference asks for it', () => {
    expect(scan('<a x="1\n2\t3&#9;4"/>')[0]).toEqual(['open', 'a', { x: '1 2 3\t4' }])
  })

  test('may name tags and attributes like parts of every object', () => {
    expect(scan('<__proto__ constructor="1"><toString/></__proto__>')[0]).toEqual([
      'open',
      '__proto__',
      { constructor: '1' },
    ])
  })

  test('may declare entities, which are never looked at', () => {
    const text = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!-- ]> " --><?p ]> ?><!ENTITY y "]>">]><a/>'
    expect(scan(text)).toHaveLength(2)
  })

  test('tells the line of each tag', () => {
    const seen: [string, number][] = []
    const scanner = new XmlScanner(
      { open: (name, _attributes, line) => seen.push([name, line]), close: () => undefined },
      { path: 'r.xml' },
    )
    for (const character of '<a>\r\n<b\n x="1"/>\n\n<c/></a>') scanner.write(character)
    scanner.end()
    expect(seen).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 5],
    ])
  })

  test('gives null for an attribute that it lacks', () => {
    let value: string | null = ''
    const scanner = new XmlScanner(
      {
        open(_name, attributes) {
          value = attributes.get('hit')
        },
        close: () => undefined,
      },
      { path: 'r.xml' },
    )
    scanner.write('<a hits="1" h="2"/>')
    expect(value).toBeNull()
  })
})

describe('a document that is not well-formed', () => {
  test.each([
    ['an unclosed element', '<a>\n<b>\n</a>', 3, '</a> closes <b>, which line 2 opens'],
    ['an end tag too many', '<a/>\n</b>', 2, '</b> closes nothing'],
    ['a missing end', '<a>\n<b/>\n', 3, 'the file ends inside <a>, which line 1 opens: it is cut off'],
    ['half a tag', '<a>\n<b x="', 2, 'the file ends inside a tag'],
    ['an open comment', '<a>\n<!-- x', 2, 'the file ends inside a comment'],
    ['an attribute twice', '<a>\n<b x="1"\n y="2" x="3"/></a>', 3, 'duplicate attribute x'],
    ['an attribute twice among many', `<a ${'bcdefghijk'.replace(/./g, '$&="" ')}e=""/>`, 1, 'duplicate attribute e'],
    ['an attribute without value', '<a x/>', 1, 'attribute x without a value'],
    ['a value without quotes', '<a x=1/>', 1, 'an attribute value without quotes'],
    ['attributes that touch', '<a x="1"y="2"/>', 1, 'something other than white space'],
    ['a < in a value', '<a x="\n<"/>', 2, 'a < inside an attribute value'],
    ['a lone &', '<a>\nx & y</a>', 2, 'an & that starts no reference (write &amp;)'],
    ['a lone & in a value', '<a x="y & z"/>', 1, 'an & that starts no reference (write &amp;)'],
    ['an unknown entity', '<a>\n\n&nbsp;</a>', 3, 'undefined entity &nbsp;'],
    ['an unknown entity in a value nobody asks for', '<a><b x="&evil;"/></a>', 1, 'undefined entity &evil;'],
    ['a reference to no character', '<a>&#xD800;</a>', 1, '&#xD800; names no character'],
    ['a reference beyond Unicode', '<a>&#9999999;</a>', 1, '&#9999999; names no character'],
    ['a reference to NUL', '<a>&#0;</a>', 1, '&#0; names no character'],
    ['a control character', '<a>\n\u0007</a>', 2, 'the character U+0007'],
    ['text behind the root', '<a/>\n\nx', 3, 'text outside the root element'],
    ['text before the root', 'x<a/>', 1, 'text outside the root element'],
    ['two roots', '<a/>\n<b/>', 2, 'a second root element'],
    ['no root', '<!-- only this -->', 1, 'the file has no XML element'],
    ['a -- in a comment', '<a><!-- x -- y --></a>', 1, 'a -- inside a comment'],
    ['a ]]> in text', '<a>]]></a>', 1, 'a ]]> outside a CDATA section'],
    ['a late declaration', '\n<?xml version="1.0"?><a/>', 2, 'an XML declaration that is not the first thing'],
    ['a late DOCTYPE', '<a><!DOCTYPE a></a>', 1, 'a document type declaration in the wrong place'],
    ['JSON', '{"a": 1}', 1, 'text outside the root element'],
  ])('with %s is refused with line and reason', (_what, text, line, message) => {
    const error = fault(text)
    expect(error.message).toContain(message)
    expect(error).toMatchObject({ line, path: 'r.xml' })
    expect(error.remedy).not.toBe('')
  })

  test('does not show a name of a million characters', () => {
    expect(fault(`<a>&${'x'.repeat(100)};</a>`).message.length).toBeLessThan(200)
    expect(fault(`<a></${'x'.repeat(100_000)}>`).message.length).toBeLessThan(200)
  })
})

describe('a document made to exhaust its reader', () => {
  const small = { maxDepth: 4, maxAttributes: 3, maxAttributeLength: 10, maxTagLength: 40, maxTextLength: 20 }

  test.each([
    ['20,000 nested elements', '<a>'.repeat(20_000), XML_LIMITS, 'elements nested more than 512 deep'],
    ['one level too many', '<a><a><a><a><a/></a></a></a></a>', small, 'elements nested more than 4 deep'],
    ['too many attributes', '<a b="" c="" d="" e=""/>', small, 'a tag with more than 3 attributes'],
    ['a value that never ends', `<a b="${'x'.repeat(20)}`, small, 'an attribute value longer than 10 characters'],
    ['a tag that never ends', `<a ${' '.repeat(60)}`, small, 'a tag longer than 40 characters'],
    ['a DOCTYPE that never ends', `<!DOCTYPE ${'x'.repeat(60)}`, small, 'a tag longer than 40 characters'],
    ['a text that never ends', `<a>${'x '.repeat(60)}`, small, 'text longer than 20 characters'],
    ['a text of references', `<a>${'&lt;'.repeat(60)}`, small, 'text longer than 20 characters'],
    ['a text in CDATA sections', `<a>${'<![CDATA[xxxxxx]]>'.repeat(6)}`, small, 'text longer than 20 characters'],
    ['a reference that never ends', `<a>&${'x'.repeat(1000)}`, XML_LIMITS, 'an & that starts no reference'],
  ])('by %s is refused', (_how, text, limits, message) => {
    expect(fault(text, limits).message).toContain(message)
  })

  test('is allowed to reach each limit', () => {
    expect(scan(`<a b="${'x'.repeat(10)}" c="" d=""><a><a><a>${'x'.repeat(20)}</a></a></a></a>`, small)).toHaveLength(9)
  })

  test('in single characters is read in no more time than in one piece', () => {
    const scanner = new XmlScanner(new EventLog(), { path: 'r.xml' })
    for (const character of `<a>${'<b c="d">e</b>\n'.repeat(20_000)}</a>`) scanner.write(character)
    expect(() => scanner.end()).not.toThrow()
  })
})
