import type { Inline, Section, Span, TableSection } from '../model/page.js'
import { flattenInline } from './inline.js'

/** What becomes of the parts of a page, wherever they stand. */
export interface PageMapping {
  /** Titles, labels and other texts that hold no spans. */
  text(text: string): string
  span(span: string | Span): Inline
}

export function mapSections(sections: readonly Section[], mapping: PageMapping): Section[] {
  return sections.map((section) => mapSection(section, mapping))
}

export function mapInline(inline: Inline, mapping: PageMapping): Inline {
  return flattenInline(inline).map((span) => mapping.span(span))
}

function mapSection(section: Section, mapping: PageMapping): Section {
  switch (section.kind) {
    case 'table':
      return { ...mapHeading(section, mapping), columns: mapColumns(section, mapping), rows: mapRows(section, mapping) }
    case 'list':
      return { ...mapHeading(section, mapping), items: section.items.map((item) => mapInline(item, mapping)) }
    case 'text':
      return { ...mapHeading(section, mapping), text: mapInline(section.text, mapping) }
    case 'code':
      return { ...mapHeading(section, mapping), text: mapping.text(section.text) }
    case 'details':
      return { ...section, summary: mapping.text(section.summary), sections: mapSections(section.sections, mapping) }
    case 'chart':
      return {
        ...section,
        heading: mapping.text(section.heading),
        unit: mapping.text(section.unit),
        points: section.points.map((point) => ({ ...point, label: mapping.text(point.label) })),
      }
  }
}

function mapHeading<Headed extends { readonly heading?: Inline }>(section: Headed, mapping: PageMapping): Headed {
  return section.heading === undefined ? section : { ...section, heading: mapInline(section.heading, mapping) }
}

function mapColumns(section: TableSection, mapping: PageMapping): TableSection['columns'] {
  return section.columns.map((column) => ({ ...column, title: mapping.text(column.title) }))
}

function mapRows(section: TableSection, mapping: PageMapping): TableSection['rows'] {
  return section.rows.map((row) => row.map((cell) => mapInline(cell, mapping)))
}
