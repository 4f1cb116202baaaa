import type { Evidence } from '@testwarden/core/model/evidence'
import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import { soleBaseline } from '../baseline.js'
import { whyNoRecord } from '../baseline-record.js'
import type { CoverageFacts } from '../facts.js'

const NOTES_SHOWN = 10

/**
 * Which record the rates were compared with, and whether later runs will be compared with this one, and
 * what the history had to say. A missing baseline is said by the rule that misses it, the base of the change by the step.
 */
export function baselineSections(evidence: Evidence<CoverageFacts>, isRecorded: boolean): Section[] {
  const told = [origin(evidence.facts), recorded(evidence, isRecorded)].filter((item) => item !== null)
  const items = [...told, ...historyItems(evidence.facts)]
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'Baseline', items }]
}

function origin(facts: CoverageFacts): Inline | null {
  const baseline = soleBaseline(facts)
  if (baseline === null) return null
  const { sha, distance, time, writtenBy } = baseline
  const far = distance === 0 ? 'the base itself' : `${countWord(distance, 'commit')} before the base`
  const whose = writtenBy === null ? '' : `, written by the job ${writtenBy}, as this one keeps no records of its own`
  return [
    'Compared with the record of ',
    { kind: 'code', text: sha.slice(0, 10) },
    `, ${far}, of ${time.slice(0, 10)}${whose}.`,
  ]
}

function historyItems({ historyNotes }: CoverageFacts): Inline[] {
  const items = historyNotes.slice(0, NOTES_SHOWN).map(richText)
  const more = historyNotes.length - items.length
  return more > 0 ? [...items, `and ${countWord(more, 'more note')} of the history`] : items
}

function recorded(evidence: Evidence<CoverageFacts>, isRecorded: boolean): Inline | null {
  if (isRecorded) return 'This run is recorded as a baseline.'
  return evidence.run.isBaseline ? whyNoRecord(evidence) : null
}
