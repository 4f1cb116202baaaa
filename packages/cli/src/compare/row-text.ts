import type { Change, ComparedBenchmark, ComparedMean, ComparedTable } from '@testwarden/core/files/compare-file'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { measureFormat } from '@testwarden/core/render/measure'
import type { AlignedRow } from './aligned-lines.js'
import { changeText, countText, pValueText, sampleText } from './number-text.js'
import { isTime } from './units.js'

export const TITLES: AlignedRow = {
  name: 'benchmark',
  cells: ['base', 'head', 'change', '', 'p', 'n', ''],
  strong: null,
}
export const ALIGNS: readonly ('left' | 'right')[] = ['right', 'right', 'right', 'left', 'right', 'right', 'left']
const CHANGE = 2

/** How the numbers and changes of one unit are written. */
export interface UnitText {
  readonly format: (value: number) => string
  readonly words: Readonly<Record<Change, string>>
}

export function unitText(unit: string): UnitText {
  return { format: measureFormat(escapeTerminal(unit)), words: isTime(unit) ? WORDS_OF_TIME : WORDS }
}

/** @param marks of its footnotes */
export function benchmarkRow(row: ComparedBenchmark, { format, words }: UnitText, marks: string): AlignedRow {
  const { name, base, head, pValue, change } = row
  const count = countText(base, head)
  if (base === null || head === null) {
    const before = base === null ? '' : sampleText(base, format)
    const after = head === null ? '' : sampleText(head, format)
    const word = base === null ? 'only in head' : 'only in base'
    return { name, cells: [before, after, '', word, '', count, marks], strong: null }
  }
  const p = pValue === null ? '' : pValueText(pValue)
  return {
    name,
    cells: [sampleText(base, format), sampleText(head, format), changeCell(row), words[change], p, count, marks],
    strong: change === 'none' || change === 'unknown' ? null : CHANGE,
  }
}

/** It has no word: no test says that it differs. */
export function meanRow({ base, head, ratio }: ComparedMean, { format }: UnitText, marks: string): AlignedRow {
  const [before, after] = [base === null ? '' : format(base), head === null ? '' : format(head)]
  const change = ratio === null ? '?' : changeText(ratio)
  return { name: 'geometric mean', cells: [before, after, change, '', '', '', marks], strong: null }
}

/** `time, lower is better` */
export function tableHeading({ metric, direction }: ComparedTable): string {
  const named = escapeTerminal(metric)
  return direction === 'unknown' ? named : `${named}, ${direction} is better`
}

function changeCell({ change, ratio }: ComparedBenchmark): string {
  if (change === 'none') return '~'
  return ratio === null ? '?' : changeText(ratio)
}

const WORDS: Readonly<Record<Change, string>> = {
  better: 'better',
  worse: 'worse',
  different: 'differs',
  none: '',
  unknown: '',
}

const WORDS_OF_TIME: Readonly<Record<Change, string>> = { ...WORDS, better: 'faster', worse: 'slower' }
