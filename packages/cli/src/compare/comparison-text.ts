import type { ComparedSide } from '@testwarden/core/files/compare-file'
import type { Inline, Section } from '@testwarden/core/model/page'
import { escapeTerminal } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { renderTerminal } from '@testwarden/core/render/terminal'
import type { TerminalOptions } from '@testwarden/core/render/terminal-table'
import type { Comparison } from './compare-sides.js'
import { tableText } from './table-text.js'

/** A comparison for people. */
export function comparisonText(facts: Comparison, options: TerminalOptions): string {
  const { base, head, tables, alpha, confidence } = facts
  const parts = [
    `base: ${sideText(base)}\nhead: ${sideText(head)}`,
    ...tables.map((table) => tableText(table, { alpha, confidence, style: options.style })),
    ...foot(facts).map((section) => renderTerminal([section], options)),
  ]
  return `${parts.join('\n\n')}\n`
}

function sideText({ pattern, reports }: ComparedSide): string {
  const named = escapeTerminal(pattern)
  return reports.length === 1 ? named : `${named}, ${countWord(reports.length, 'report')}`
}

function foot({ base, head, tests, alpha }: Comparison): readonly Section[] {
  const failed: Inline[] = [...failedItems(base, 'base'), ...failedItems(head, 'head')]
  const sections: Section[] = []
  if (failed.length > 0) sections.push({ kind: 'list', heading: 'Benchmarks without a number', items: failed })
  if (tests.made > 1) {
    const counted = `${formatInteger(tests.different)} of ${countWord(tests.made, 'test')}`
    const chance = `where nothing changed, up to ${roundText(tests.byChance)} would by chance`
    sections.push({ kind: 'text', text: `${counted} found a difference at alpha ${alpha}; ${chance}.` })
  }
  return sections
}

function failedItems({ failed }: ComparedSide, side: string): readonly Inline[] {
  return failed.map(({ name, message }): Inline => [{ kind: 'code', text: name }, ` in ${side}: ${message}`])
}

function roundText(count: number): string {
  return count < 10 ? String(Number(count.toPrecision(2))) : formatInteger(Math.round(count))
}
