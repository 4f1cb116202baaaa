import type { LineRange } from './line-range.js'
import type { Outcome } from './outcome.js'

/**
 * A page is what we show, before anybody knows where: the summary, a comment, a check run, a terminal, an HTML file.
 * It holds no Markdown and no HTML, so each renderer escapes every text exactly once.
 */
export interface Page {
  /** The gate's id; the publication keeps the pages of a step apart by it. */
  readonly gate: string
  readonly title: string
  readonly sections: readonly Section[]
}

export type Section = TableSection | ListSection | TextSection | CodeSection | DetailsSection | ChartSection

/** What the sections that stand on their own have in common. */
interface HeadedSection {
  readonly heading?: Inline
  /** One of the things to fix, shown first and numbered across gates; one without a heading continues the one above. */
  readonly role?: 'problem'
}

export interface TableSection extends HeadedSection {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Inline[])[]
}

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

export interface ListSection extends HeadedSection {
  readonly kind: 'list'
  readonly items: readonly Inline[]
}

export interface TextSection extends HeadedSection {
  readonly kind: 'text'
  readonly text: Inline
}

/** Lines as a tool wrote them, such as a stack trace. */
export interface CodeSection extends HeadedSection {
  readonly kind: 'code'
  readonly text: string
}

/** Folded until the reader opens it. */
export interface DetailsSection {
  readonly kind: 'details'
  readonly summary: string
  readonly sections: readonly Section[]
}

/** One series over time, oldest first. */
export interface ChartSection {
  readonly kind: 'chart'
  readonly heading: string
  readonly unit: string
  readonly points: readonly ChartPoint[]
}

export interface ChartPoint {
  readonly label: string
  readonly value: number
}

/** Running text: a plain string is text, never markup. */
export type Inline = string | Span | readonly Inline[]

export type Span =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** A person or a team (`acme/security`) who is to be told: the only way for a text to notify anybody. */
  | { readonly kind: 'mention'; readonly name: string }
  /** A place in the tested tree: a link to the blob where there is a server, `path:line` elsewhere. */
  | { readonly kind: 'location'; readonly path: string; readonly ranges: readonly LineRange[] }
