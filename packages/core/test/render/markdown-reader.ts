/** What a Markdown parser other than ours made of a document. */
export interface MarkdownReading {
  /** Elements in order, such as `<p>`, `</p>`; attributes are left out. */
  readonly tags: readonly string[]
  /** All text, entities resolved, without the spaces and marks that only keep GitHub from linking. */
  readonly text: string
}

type Render = (markdown: string) => string

/** null, and said, where the parser is not installed. */
export async function loadMarkdownReader(): Promise<((markdown: string) => MarkdownReading) | null> {
  const render = await loadMarked()
  if (render === null) process.stderr.write('skipped: reading our Markdown back needs the package "marked"\n')
  return render === null ? null : (markdown) => readHtml(render(markdown))
}

/** White space aside, what a reader sees of a text that was shown through `escapeTerminal`. */
export function visible(text: string): string {
  return text.replace(/[\s\u200b]+/g, '')
}

async function loadMarked(): Promise<Render | null> {
  const name: string = 'marked'
  try {
    const { marked } = (await import(name)) as { marked: { parse(markdown: string, options: object): string } }
    return (markdown) => marked.parse(markdown, { gfm: true, async: false })
  } catch {
    return null
  }
}

function readHtml(html: string): MarkdownReading {
  const pieces = html.replaceAll('<span>$</span>', '$').match(/<[^>]*>|[^<]+/g) ?? []
  const tags = pieces
    .filter((piece) => piece.startsWith('<'))
    .map((tag) => tag.replace(/^(<\/?[a-z0-9]+).*>$/is, '$1>'))
  const text = pieces.filter((piece) => !piece.startsWith('<')).join('')
  return { tags, text: visible(decodeEntities(text)) }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#124;': '|',
  '&#8203;': '',
  '&amp;': '&',
}

function decodeEntities(html: string): string {
  return html.replace(/&[a-z0-9#]+;/g, (entity) => ENTITIES[entity] ?? entity)
}
