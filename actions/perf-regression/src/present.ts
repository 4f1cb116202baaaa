import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Inline, Page, Section } from '@testwarden/core/model/page'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { PerfFacts } from './facts.js'

/** More than these nobody reads. */
const FILES_SHOWN = 50

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
export function present(decision: Decision, evidence: Evidence<PerfFacts>): Page {
  return {
    gate: 'perf',
    title: 'Perf',
    sections: [...problemSections(decision), ...fileSections(evidence.facts)],
  }
}

function problemSections({ verdict }: Decision): Section[] {
  const broken = verdict.reasons.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
  return broken.map(({ title, message }) => ({
    kind: 'text',
    role: 'problem',
    heading: `Too high: ${title}`,
    text: message,
  }))
}

function fileSections({ files }: PerfFacts): Section[] {
  if (files.length === 0) return []
  const items: Inline[] = files.slice(0, FILES_SHOWN).map((path) => ({ kind: 'location', path, ranges: [] }))
  const left = files.length - FILES_SHOWN
  if (left > 0) items.push(`and ${formatInteger(left)} more`)
  return [{ kind: 'details', summary: `Counted: ${formatInteger(files.length)}`, sections: [{ kind: 'list', items }] }]
}
