import { contentMark, packLines } from './pack-lines.js'
import { reviewSegments, type SegmentFinding } from './review.js'
import { readSegmentLines, type Segment } from './segment.js'
import { joinEdits, type SegmentEdit } from './segment-edit.js'
import { folderOf, quarantinePath } from './segment-place.js'

/** `left`: findings that a repair must not touch. */
export interface RepairPlan {
  readonly edit: SegmentEdit
  readonly quarantined: readonly string[]
  readonly left: readonly SegmentFinding[]
}

/**
 * Takes damaged, misplaced and conflicting segments out of use, whole, into the quarantine; their intact lines are
 * written again beside it. A segment with a line of a newer version stays as it is.
 */
export function planRepair(segments: readonly Segment[]): RepairPlan {
  const byPath = new Map<string, SegmentFinding[]>()
  const { findings } = reviewSegments(segments)
  // An intact record is never taken out of use: what it needs may come back.
  for (const finding of findings.filter(({ fault }) => fault !== 'unmet'))
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding])
  const faulty = segments.flatMap((segment) => {
    const findings = byPath.get(segment.path)
    return findings === undefined ? [] : [{ segment, findings }]
  })
  const mendable = faulty.filter(({ findings }) => findings.every(({ fault }) => isMendable(fault)))
  return {
    edit: joinEdits(mendable.map(quarantine)),
    quarantined: mendable.map(({ segment }) => segment.path),
    left: [
      ...faulty.filter((one) => !mendable.includes(one)).flatMap((one) => one.findings),
      ...findings.filter(({ fault }) => fault === 'unmet'),
    ],
  }
}

interface FaultySegment {
  readonly segment: Segment
  readonly findings: readonly SegmentFinding[]
}

function isMendable(fault: SegmentFinding['fault']): boolean {
  return fault !== 'newer' && fault !== 'stranger'
}

function quarantine({ segment, findings }: FaultySegment): SegmentEdit {
  const bad = new Set(findings.map(({ line }) => line))
  const read = readSegmentLines(segment)
  const intact = read.ok ? read.lines.filter((line, index) => line.ok && !bad.has(index + 1)) : []
  const { path, content } = segment
  return {
    write: packLines(
      folderOf(path),
      intact.filter((line) => line.ok),
    ),
    remove: [],
    move: [{ from: path, to: quarantinePath(path, contentMark(content)) }],
  }
}
