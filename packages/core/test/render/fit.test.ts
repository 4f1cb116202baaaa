import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Section } from '../../src/model/page.js'
import { fitMarkdown } from '../../src/render/fit.js'
import { utf8Length } from '../../src/render/utf8.js'
import { hostileText } from './hostile.js'
import { renderMarkdown } from './whole-markdown.js'

const characters = (limit: number) => ({ blobs: null, size: { limit, measure: (text: string) => text.length } })

function table(rows: number, heading = 'Table'): Section {
  return {
    kind: 'table',
    heading,
    columns: [{ title: 'file', align: 'left' }],
    rows: [...Array(rows).keys()].map((index) => [`row ${index}`]),
  }
}

const text: Section = { kind: 'text', heading: 'Text', text: 'some words' }
const details: Section = { kind: 'details', summary: 'Folded', sections: [{ kind: 'text', text: 'x'.repeat(100) }] }

describe('what does not fit', () => {
  test('is nothing when all fits', () => {
    const sections = [text, table(3), details]
    const whole = renderMarkdown(sections, null)
    const fitted = fitMarkdown(sections, characters(whole.length + 2))
    expect(fitted).toEqual({ markdown: whole, droppedSections: [], droppedRows: 0 })
  })

  test('goes in this order: folded parts, then rows of tables from the last one, then sections from the last one', () => {
    const sections = [table(40, 'First'), text, table(40, 'Second'), details]
    const whole = renderMarkdown(sections, null).length
    const withoutFolded = fitMarkdown(sections, characters(whole - 50))
    expect(withoutFolded).toMatchObject({ droppedSections: ['Folded'], droppedRows: 0 })
    const withFewerRows = fitMarkdown(sections, characters(700))
    expect(withFewerRows.droppedSections).toEqual(['Folded'])
    expect(withFewerRows.markdown).toContain('| row 39 |')
    expect(withFewerRows.markdown).toMatch(/… and \d+ more \|$/)
    const hardlyAnything = fitMarkdown(sections, characters(105))
    expect(hardlyAnything).toMatchObject({ droppedSections: ['“Second”', 'Folded'] })
    expect(hardlyAnything.markdown).toMatch(/… and 3\d more/)
    expect(hardlyAnything.markdown).toContain('some words')
  })

  test('is counted: shown and missing rows are all rows', () => {
    const fitted = fitMarkdown([table(1000)], characters(2000))
    const shown = fitted.markdown.match(/\| row \d+ \|/g) ?? []
    expect(shown.length + fitted.droppedRows).toBe(1000)
    expect(fitted.markdown).toContain(`… and ${fitted.droppedRows} more`)
  })

  test('a folded part keeps its frame when rows in it are dropped', () => {
    const fitted = fitMarkdown([{ kind: 'details', summary: 'Many', sections: [table(1000)] }], characters(500))
    expect(fitted.markdown).toMatch(/^<details><summary>Many<\/summary>\n\n[\s\S]*… and \d+ more \|\n\n<\/details>$/)
  })

  test('of a million rows as many are shown as there is room for', () => {
    expect(fitMarkdown([table(1_000_000)], characters(500)).markdown.length).toBeLessThanOrEqual(500)
  })
})

const inline = fc.oneof(
  hostileText,
  hostileText.map((code) => [{ kind: 'code' as const, text: code }]),
)
const plain: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), heading: inline, text: inline }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(inline, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.constant([{ title: 'a', align: 'left' as const }]),
    rows: fc.array(
      inline.map((cell) => [cell]),
      { maxLength: 30 },
    ),
  }),
)
const sections: fc.Arbitrary<Section[]> = fc.array(
  fc.oneof(
    plain,
    fc.record({
      kind: fc.constant('details' as const),
      summary: hostileText,
      sections: fc.array(plain, { maxLength: 3 }),
    }),
  ),
  { maxLength: 8 },
)

describe('for any sections and any size', () => {
  test('the result is within the size', () => {
    fc.assert(
      fc.property(sections, fc.integer({ min: 0, max: 3000 }), (given, limit) => {
        expect(
          utf8Length(fitMarkdown(given, { blobs: null, size: { limit, measure: utf8Length } }).markdown),
        ).toBeLessThanOrEqual(limit)
      }),
    )
  })

  test('every line of the result stands in the whole, or says how much is missing', () => {
    fc.assert(
      fc.property(sections, fc.integer({ min: 0, max: 3000 }), (given, limit) => {
        const whole = new Set(renderMarkdown(given, null).split('\n'))
        const lines = fitMarkdown(given, characters(limit)).markdown.split('\n')
        expect(
          lines.filter((line) => line !== '' && !whole.has(line) && !/^(\| |- )… and [\d,]+ more/.test(line)),
        ).toEqual([])
      }),
    )
  })

  test('nothing is missing in silence', () => {
    fc.assert(
      fc.property(sections, fc.integer({ min: 0, max: 3000 }), (given, limit) => {
        const fitted = fitMarkdown(given, characters(limit))
        const isWhole = fitted.markdown === renderMarkdown(given, null)
        expect(isWhole).toBe(fitted.droppedSections.length === 0 && fitted.droppedRows === 0)
      }),
    )
  })

  test('what is opened is closed', () => {
    fc.assert(
      fc.property(sections, fc.integer({ min: 0, max: 3000 }), (given, limit) => {
        const { markdown } = fitMarkdown(given, characters(limit))
        expect(markdown.match(/^<details>/gm)?.length).toBe(markdown.match(/^<\/details>$/gm)?.length)
      }),
    )
  })
})
