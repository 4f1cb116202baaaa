import type { Evidence } from '@testwarden/core/model/evidence'
import type { Inline, Section } from '@testwarden/core/model/page'
import { formatInteger } from '@testwarden/core/render/numbers'
import { soleBaseline } from '../baseline.js'
import { whyNoRecord } from '../baseline-record.js'
import type { CoverageFacts } from '../facts.js'

const ORIGINS = {
  'first-parent': 'the first parent of the tested merge commit',
  'merge-base': 'the merge base',
  'merge-group': 'the base of the merge group',
  named: 'as named',
} as const

/** What was compared with what, and whether this run will be compared with. */
export function baseSections(evidence: Evidence<CoverageFacts>, isRecorded: boolean): Section[] {
  const items = [changeOrigin(evidence), baselineOrigin(evidence), recorded(evidence, isRecorded)]
  return [{ kind: 'list', heading: 'Compared with', items: items.filter((item) => item !== null) }]
}

function changeOrigin({ run, facts: { changes } }: Evidence<CoverageFacts>): Inline {
  if (changes.kind !== 'known') return `Changed lines: ${changes.reason}`
  const origin = run.base.kind === 'commit' ? `, ${ORIGINS[run.base.origin]}` : ''
  return ['Changed lines: since ', { kind: 'code', text: changes.base.slice(0, 10) }, origin]
}

function baselineOrigin({ facts }: Evidence<CoverageFacts>): Inline {
  const baseline = soleBaseline(facts)
  if (baseline !== null) {
    const { sha, distance } = baseline
    const far = distance === 0 ? 'the base itself' : `${formatInteger(distance)} commits before the base`
    return ['Baseline: ', { kind: 'code', text: sha.slice(0, 10) }, `, ${far}`]
  }
  const [first] = facts.baselines
  return first === undefined || first.kind === 'record'
    ? 'Baseline: none that all legs share'
    : `Baseline: ${first.reason}`
}

function recorded(evidence: Evidence<CoverageFacts>, isRecorded: boolean): Inline | null {
  if (isRecorded) return 'This run is recorded as a baseline.'
  return evidence.run.isBaseline ? whyNoRecord(evidence) : null
}
