import type { FileData } from '../src/coverage/page-data.js'
import { button, element } from './dom.js'
import { type Place, writePlace } from './place.js'
import { gapStarts, patchStretches, type SourceLine, type Stretch, sourceLines, strayNotes } from './source-lines.js'
import { codeElement, legend, lightUp, withoutText } from './source-view.js'

export interface FileView {
  readonly element: HTMLElement
  /** Shows a file; `null` says that the page has no lines of it. */
  show(place: Place, data: FileData | null): void
}

/** How much of a file: all of it, or its new lines with some around them. */
type Extent = 'whole' | 'patch'

interface Shown {
  readonly data: FileData
  readonly lines: readonly SourceLine[]
  readonly code: HTMLElement
  readonly gaps: readonly SourceLine[]
}

/** @param goTo makes a place the address of the page, as a link would */
export function createFileView(goTo: (hash: string) => void): FileView {
  const panel = element('div', { class: 'panel' })
  let extent: Extent = 'patch'
  let shown: Shown | null = null
  let line = 0

  const draw = (data: FileData) => {
    const lines = sourceLines(data)
    const stretches = stretchesOf(lines, extent)
    const code = data.source === null ? withoutText(data) : codeElement(data, stretches)
    shown = { data, lines, code, gaps: gapStarts(stretches) }
    panel.replaceChildren(head(data), controls(shown), ...remarks(shown), code)
  }
  const setExtent = (wanted: Extent) => {
    if (shown === null || wanted === extent) return
    extent = wanted
    draw(shown.data)
    if (line > 0) lightUp(shown.code, line, line)
    panel.querySelector<HTMLElement>(`[data-extent=${wanted}]`)?.focus()
  }
  const stepTo = (direction: 1 | -1) => {
    const gap = shown === null ? undefined : nextGap(shown.gaps, { line, direction })
    if (shown === null || gap === undefined) return
    line = gap.number
    lightUp(shown.code, line, line)
    goTo(writePlace({ path: shown.data.path, first: line, last: line }))
  }
  const controls = ({ data, lines, gaps }: Shown): Node => {
    const steps =
      gaps.length === 0 ? [] : [button('Previous gap', () => stepTo(-1)), button('Next gap', () => stepTo(1))]
    const isPatched = data.source !== null && lines.some(({ isNew }) => isNew)
    const extents = isPatched ? [extentButton('New lines', 'patch'), extentButton('Whole file', 'whole')] : []
    return element('div', {
      class: 'controls',
      children: [...extents, ...steps, ...(data.source === null ? [] : [legend()])],
    })
  }
  const extentButton = (text: string, wanted: Extent): Node => {
    const made = button(text, () => setExtent(wanted))
    made.dataset.extent = wanted
    made.setAttribute('aria-pressed', String(extent === wanted))
    return made
  }
  return {
    element: panel,
    show({ path, first, last }, data) {
      if (data === null) {
        shown = null
        panel.replaceChildren(heading(path), element('p', { class: 'remark', text: NO_LINES }))
        return
      }
      line = first ?? 0
      if (shown?.data.path !== data.path) draw(data)
      if (shown === null || first === null) return
      if (lightUp(shown.code, first, last ?? first) || extent === 'whole') return
      // A link to a line that did not change means the whole file.
      extent = 'whole'
      draw(data)
      lightUp(shown.code, first, last ?? first)
    },
  }
}

const NO_LINES = 'This page had no room for the lines of this file.'

function stretchesOf(lines: readonly SourceLine[], extent: Extent): readonly Stretch[] {
  const patch = extent === 'patch' ? patchStretches(lines) : []
  return patch.length > 0 ? patch : [{ skipped: 0, lines }]
}

/** Around the end it begins again. */
function nextGap(
  gaps: readonly SourceLine[],
  { line, direction }: { readonly line: number; readonly direction: 1 | -1 },
): SourceLine | undefined {
  if (direction === 1) return gaps.find(({ number }) => number > line) ?? gaps[0]
  return gaps.findLast(({ number }) => number < line) ?? gaps.at(-1)
}

function head(data: FileData): Node {
  const facts = data.facts.map((text) => element('li', { text }))
  return element('div', {
    class: 'head',
    children: [heading(data.path), element('ul', { class: 'facts', children: facts })],
  })
}

function heading(path: string): Node {
  return element('h3', { attributes: { tabindex: '-1' }, children: [element('code', { text: path })] })
}

/** A file without its text lists all notes already. */
function remarks({ data, lines }: Pick<Shown, 'data' | 'lines'>): Node[] {
  const stray = data.source === null ? [] : strayNotes(data, lines)
  return [...data.remarks, ...stray].map((text) => element('p', { class: 'remark', text }))
}
