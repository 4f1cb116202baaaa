import type { Inline, ListSection, Section, TableSection } from '@testwarden/core/model/page'
import { escapeHtml } from '@testwarden/core/render/escape'
import { plainText } from '@testwarden/core/render/inline'
import { chartHtml } from './chart-svg.js'
import { inlineHtml, type PlaceLink } from './html-inline.js'

export interface SectionContext {
  readonly linkOf: PlaceLink
  /** Level of the headings of these sections: each folded part goes one deeper. */
  readonly level: number
}

const LEVEL_MAX = 6

/** One section; `heading` and what follows it, without a landmark around them. */
export function sectionHtml(section: Section, context: SectionContext): string {
  switch (section.kind) {
    case 'table':
      return headingHtml(section.heading, context) + tableHtml(section, context)
    case 'list':
      return headingHtml(section.heading, context) + listHtml(section, context)
    case 'text':
      return `${headingHtml(section.heading, context)}<p>${inlineHtml(section.text, context.linkOf)}</p>`
    case 'code':
      return `${headingHtml(section.heading, context)}<pre tabindex="0"><code>${escapeHtml(section.text)}</code></pre>`
    case 'chart':
      return headingHtml(section.heading, context) + chartHtml(section)
    case 'details':
      return detailsHtml(section.summary, section.sections, context)
  }
}

export function headingHtml(heading: Inline | undefined, { linkOf, level }: SectionContext): string {
  return heading === undefined ? '' : `<h${level}>${inlineHtml(heading, linkOf)}</h${level}>\n`
}

/** Wide tables scroll inside their own box, which the keyboard can reach. */
export function tableHtml({ heading, columns, rows }: TableSection, { linkOf }: SectionContext): string {
  const label = escapeHtml(heading === undefined ? columns.map(({ title }) => title).join(', ') : plainText(heading))
  const alignment = columns.map(({ align }) => (align === 'right' ? ' class="number"' : ''))
  const head = columns.map(({ title }, index) => `<th scope="col"${alignment[index]}>${escapeHtml(title)}</th>`)
  const body = rows.map((row) => {
    const cells = columns.map((_, index) => {
      const html = inlineHtml(row[index] ?? '', linkOf)
      return index === 0 ? `<th scope="row"${alignment[index]}>${html}</th>` : `<td${alignment[index]}>${html}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`
}

function listHtml({ items }: ListSection, { linkOf }: SectionContext): string {
  return `<ul>\n${items.map((item) => `<li>${inlineHtml(item, linkOf)}</li>`).join('\n')}\n</ul>`
}

function detailsHtml(summary: string, sections: readonly Section[], { linkOf, level }: SectionContext): string {
  const inner = { linkOf, level: Math.min(level + 1, LEVEL_MAX) }
  const body = sections.map((section) => sectionHtml(section, inner)).join('\n')
  return `<details><summary><h${level}>${escapeHtml(summary)}</h${level}></summary>\n<div class="folded">\n${body}\n</div></details>`
}
