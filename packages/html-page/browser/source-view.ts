import type { FileData } from '../src/coverage/page-data.js'
import { element } from './dom.js'
import { writePlace } from './place.js'
import { type LineState, noteText, type SourceLine, type Stretch } from './source-lines.js'

/** Lines of one element whose layout a browser may put off. */
const BLOCK_LINES = 100

const MARKS: Readonly<Record<LineState, string>> = { hit: '', miss: '✕', part: '◐', none: '' }
const WORDS: Readonly<Record<LineState, string>> = { hit: '', miss: 'not run: ', part: 'run in part: ', none: '' }

/** What the marks beside the lines mean, for eyes; a screen reader hears the words at each line. */
export function legend(): HTMLElement {
  const text = `${MARKS.miss} no test runs it   ${MARKS.part} runs in part   + new`
  return element('p', { class: 'legend', text, attributes: { 'aria-hidden': 'true' } })
}

/** The text of a file, line by line, in a box of its own that scrolls and that the keyboard reaches. */
export function codeElement(data: FileData, stretches: readonly Stretch[]): HTMLElement {
  const blocks = stretches.flatMap((stretch) => stretchElements(data.path, stretch))
  return element('div', {
    class: 'code',
    attributes: { role: 'region', tabindex: '0', 'aria-label': `Source of ${data.path}` },
    children: [element('div', { class: 'sheet', children: blocks })],
  })
}

/** What can be said of a file whose text is not here. */
export function withoutText(data: FileData): HTMLElement {
  const lists = [
    ['Lines that no test runs', rangesText(data.missed)],
    ['Lines that run in part', rangesText(data.partial)],
    ['New lines', rangesText(data.changed)],
  ] as const
  const terms = lists
    .filter(([, text]) => text !== '')
    .flatMap(([name, text]) => [element('dt', { text: name }), element('dd', { text })])
  const notes = data.notes.map((note) => element('li', { text: noteText(note) }))
  return element('div', {
    class: 'without-text',
    children: [
      ...(terms.length === 0 ? [] : [element('dl', { children: terms })]),
      ...(notes.length === 0 ? [] : [element('ul', { children: notes })]),
    ],
  })
}

/** Lights up the lines of a place and goes to the first. @returns false when the text has no such line */
export function lightUp(code: HTMLElement, first: number, last: number): boolean {
  for (const lit of code.querySelectorAll('.lit')) lit.classList.remove('lit')
  const lines = [...code.querySelectorAll<HTMLElement>('.code-line')].filter((line) => {
    const number = Number(line.dataset.line)
    return first <= number && number <= last
  })
  for (const line of lines) line.classList.add('lit')
  lines[0]?.scrollIntoView({ block: 'center' })
  return lines.length > 0
}

function stretchElements(path: string, { skipped, lines }: Stretch): Node[] {
  const blocks: Node[] = []
  if (skipped > 0)
    blocks.push(element('div', { class: 'between', text: `${skipped} unchanged ${skipped === 1 ? 'line' : 'lines'}` }))
  for (let at = 0; at < lines.length; at += BLOCK_LINES) {
    const block = element('div', { class: 'block' })
    block.append(...lines.slice(at, at + BLOCK_LINES).flatMap((line) => lineElements(path, line)))
    block.style.setProperty('--lines', String(Math.min(BLOCK_LINES, lines.length - at)))
    blocks.push(block)
  }
  return blocks
}

function lineElements(path: string, line: SourceLine): Node[] {
  const { number, state, isNew } = line
  const words = `${isNew ? 'new, ' : ''}${WORDS[state]}`
  const made = element('div', {
    class: `code-line ${state}${isNew ? ' new' : ''}`,
    attributes: { 'data-line': String(number) },
    children: [
      element('a', {
        class: 'number',
        text: String(number),
        attributes: { href: writePlace({ path, first: number, last: number }), tabindex: '-1' },
      }),
      element('span', {
        class: 'mark',
        text: `${isNew ? '+' : ' '} ${MARKS[state]}`,
        attributes: { 'aria-hidden': 'true' },
      }),
      element('code', {
        children: [...(words === '' ? [] : [element('span', { class: 'unseen', text: words })]), new Text(line.text)],
      }),
    ],
  })
  return [made, ...line.notes.map((text) => element('div', { class: 'note', text }))]
}

function rangesText(flat: readonly number[]): string {
  const words: string[] = []
  for (let at = 0; at + 1 < flat.length; at += 2)
    words.push(flat[at] === flat[at + 1] ? `${flat[at]}` : `${flat[at]}-${flat[at + 1]}`)
  return words.join(', ')
}
