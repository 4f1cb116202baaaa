export interface ElementParts {
  readonly class?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly Node[]
}

/** Text is always put in as text: nothing here reads markup, and the page's policy would not let it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  parts: ElementParts = {},
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (parts.class !== undefined) made.className = parts.class
  if (parts.text !== undefined) made.textContent = parts.text
  for (const [name, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(name, value)
  if (parts.children !== undefined) made.append(...parts.children)
  return made
}

export function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { text, attributes: { type: 'button' } })
  made.addEventListener('click', onPress)
  return made
}

/** The data of one `<script>` element of ours; null when the page has none of that name. */
export function readData<Data>(id: string): Data | null {
  const text = document.getElementById(id)?.textContent
  return text === undefined || text === null ? null : (JSON.parse(text) as Data)
}
