import type { Inline } from '@testwarden/core/model/page'
import type { Reason } from '@testwarden/core/model/verdict'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import { countWord, formatLocation } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { componentLabel, factsOfComponents } from '../components/component-facts.js'
import type { CarriedFile, CoverageFacts } from '../facts.js'
import type { FileFacts } from '../file-facts.js'
import { countLines, intersect, type Lines, linesFromText } from '../ranges.js'
import { countedFiles } from '../subject.js'
import type { Measure } from './measure.js'

const FILES_SHOWN = 5
const PLACES_SHOWN = 5
const LAST_LINE = Number.MAX_SAFE_INTEGER

/** The files that a reason is about with the most untested in them, those where it is new first. */
export function untestedFiles(reason: Reason, facts: CoverageFacts, measure: Measure): readonly Inline[] {
  const all = gapsOf(scopeOf(reason, facts), measure).sort(worstFirst)
  const gaps = isOfChange(reason) ? all.filter(({ fresh }) => fresh.length > 0) : all
  const items = gaps.slice(0, FILES_SHOWN).map((gap) => fileItem(gap, measure))
  const more = gaps.length - items.length
  return more > 0 ? [...items, `and ${countWord(more, 'more file')}`] : items
}

function isOfChange({ ruleId }: Reason): boolean {
  return ruleId === 'patch-line' || ruleId === 'patch-branch'
}

/** What the reason's rule counted, as if there was nothing else. */
function scopeOf({ ruleId, component, subject }: Reason, facts: CoverageFacts): CoverageFacts {
  if (component !== undefined) {
    const found = [...factsOfComponents(facts)].find(([part]) => componentLabel(part) === component)
    return found?.[1] ?? facts
  }
  if (ruleId !== 'critical-module' || subject === undefined) return facts
  const matches = createPathMatcher(subject)
  return { ...facts, files: facts.files.filter(({ path }) => matches(path)), components: [], carried: [] }
}

interface FileGap {
  readonly path: string
  readonly untested: number
  readonly total: number
  /** null: the counts are carried from an earlier run, which keeps no lines. */
  readonly file: FileFacts | null
  readonly changed: Lines
  /** The untested places on changed lines. */
  readonly fresh: Lines
}

function gapsOf(facts: CoverageFacts, measure: Measure): FileGap[] {
  const { changes } = facts
  const changed = new Map(changes.kind === 'known' ? changes.files.map(({ path, lines }) => [path, lines]) : [])
  const files = new Map(facts.files.map((file) => [file.path, file]))
  return countedFiles(facts).flatMap((counted) => {
    const file = files.get(counted.path) ?? null
    const lines = file?.isTracked === true ? linesFromText(changed.get(file.path) ?? '') : []
    return gapOf(counted, { file, changed: lines, measure })
  })
}

interface GapSources extends Pick<FileGap, 'file' | 'changed'> {
  readonly measure: Measure
}

function gapOf({ path, totals }: CarriedFile, { file, changed, measure }: GapSources): FileGap[] {
  const count = measure.count(totals)
  if (count === null || count.covered === count.total) return []
  const fresh = file === null || changed.length === 0 ? [] : intersect(measure.places(file), changed)
  return [{ path, untested: count.total - count.covered, total: count.total, file, changed, fresh }]
}

function worstFirst(left: FileGap, right: FileGap): number {
  return (
    countLines(right.fresh) - countLines(left.fresh) ||
    right.untested - left.untested ||
    (left.path < right.path ? -1 : 1)
  )
}

function fileItem(gap: FileGap, measure: Measure): Inline {
  const { path, file, untested, total } = gap
  const isNew = gap.fresh.length > 0
  const places = placesOf(gap, measure)
  const ranges = places.slice(0, PLACES_SHOWN)
  const counts = `${formatInteger(untested)} of ${formatInteger(total)} ${total === 1 ? measure.one : measure.many}`
  const rest =
    places.length > ranges.length ? `, the first ${ranges.length} of ${formatInteger(places.length)} places` : ''
  return [
    // No tracked file answers to the path, so that there is nothing to link to.
    file?.isTracked === false
      ? { kind: 'code', text: formatLocation(path, ranges) }
      : { kind: 'location', path, ranges },
    isNew ? `: new; ${counts} of the file untested${rest}` : `: ${counts} untested${rest}`,
    file === null ? ', as carried forward' : '',
  ]
}

/** The new places where there are any, all others otherwise. */
function placesOf({ file, changed, fresh }: FileGap, measure: Measure): Lines {
  if (file === null) return []
  return fresh.length > 0
    ? measure.shown(file, fresh, changed)
    : measure.shown(file, measure.places(file), [{ first: 1, last: LAST_LINE }])
}
