import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FillIn } from '../../src/model/change.js'
import type { IssueMarker } from '../../src/model/issue.js'
import { escapeMarkdown, escapeMarkdownBlock } from '../../src/render/escape.js'
import { fillInBody } from '../../src/render/fill-in.js'
import { markedBody, readMarkedBody, textOfBody } from '../../src/render/issue-marker.js'
import { hostileText } from './hostile.js'

const MARKER: IssueMarker = {
  action: 'incident-escalator',
  keys: ['inc-1'],
  state: 'open',
  about: ['level:0', 'thread:ops:planned:', 'thread:pd:planned:'],
  run: '7',
}
const FILL: FillIn = { of: 'n', word: 'thread:ops:planned:', becomes: 'thread:ops:told:{id}', item: 'Tell ops.' }

function aboutOf(body: string): readonly string[] | undefined {
  return readMarkedBody(body)?.marker.about
}

/** What the text becomes. */
function ticked(markdown: string, item: string): string {
  return textOfBody(fillInBody(markedBody(MARKER, markdown), [{ fillIn: { ...FILL, item }, id: null }]))
}

describe('what was done', () => {
  test('is remembered in the marker, which stays sound, and ticked in the text', () => {
    const body = fillInBody(markedBody(MARKER, '- [ ] Tell ops.\n- [ ] Tell pd.'), [{ fillIn: FILL, id: 'c1:1.2' }])
    expect(body).toBe(
      markedBody(
        { ...MARKER, about: ['level:0', 'thread:ops:told:c1:1.2', 'thread:pd:planned:'] },
        '- [x] Tell ops.\n- [ ] Tell pd.',
      ),
    )
  })

  test.each([
    [null, 'thread:ops:told:'],
    [7, 'thread:ops:told:7'],
    ['C1', 'thread:ops:told:'],
    ['x'.repeat(300), 'thread:ops:told:'],
  ])('with the id %j is the word %j', (id, word) => {
    expect(aboutOf(fillInBody(markedBody(MARKER, ''), [{ fillIn: FILL, id }]))?.[1]).toBe(word)
  })

  test('of several is each in its place', () => {
    const other = { of: 'm', word: 'thread:pd:planned:', becomes: 'thread:pd:told:' }
    const done = [FILL, other].map((fillIn) => ({ fillIn, id: null }))
    expect(aboutOf(fillInBody(markedBody(MARKER, ''), done))).toEqual([
      'level:0',
      'thread:ops:told:',
      'thread:pd:told:',
    ])
  })

  test('changes nothing where nothing was done, and no body without a sound marker', () => {
    const body = markedBody(MARKER, '- [ ] Tell ops.')
    expect(fillInBody(body, [])).toBe(body)
    const damaged = body.replace('run=7', 'run=8')
    expect(fillInBody(damaged, [{ fillIn: FILL, id: null }])).toBe(damaged)
  })
})

describe('an item', () => {
  test('is ticked once, the first of its text', () => {
    expect(ticked('- [ ] a\n- [ ] a', 'a')).toBe('- [x] a\n- [ ] a')
    expect(ticked('- [x] a\n- [ ] ab\n* [ ] a\n  - [ ] a\n- [ ] a', 'a')).toBe(
      '- [x] a\n- [ ] ab\n* [ ] a\n  - [ ] a\n- [x] a',
    )
    expect(ticked('nothing', 'a')).toBe('nothing')
  })

  test('in a block of code is none', () => {
    const block = escapeMarkdownBlock('- [ ] a\n```\n- [ ] a')
    expect(ticked(`${block}\n\n- [ ] a`, 'a')).toBe(`${block}\n\n- [x] a`)
    expect(ticked('```` x```y ````\n- [ ] a', 'a')).toBe('```` x```y ````\n- [x] a')
  })

  test('of any text is found as it is written, and nothing else is changed', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (item, other) => {
        const line = `- [ ] ${escapeMarkdown(item)}`
        const markdown = `${escapeMarkdown(other)}\n\n${escapeMarkdownBlock(`${line}\n${other}`)}\n\n${line}\nend`
        expect(ticked(markdown, item)).toBe(
          textOfBody(
            markedBody(
              MARKER,
              markdown.replace(`${line}\nend`, () => `- [x]${line.slice(5)}\nend`),
            ),
          ),
        )
      }),
    )
  })
})
