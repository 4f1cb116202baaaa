import type { TimelineEntry } from '@testwarden/core/model/github-observation'
import type { ToldLevel } from '../incident/incident.js'

/** Part of the key of a remark by which a level is told: it outlives the marker of the issue. */
export function toldMark({ level, loops }: Pick<ToldLevel, 'level' | 'loops'>): string {
  return `told-${level}-${loops}`
}

const TOLD = /\btold-(\d{1,3})-(\d{1,3})\b/
/** The key stands in the first, hidden line. */
const FIRST_LINE = /^<!--[^\n]*-->/

/** The level that a remark of ours told; null: none. */
export function toldByRemark(entry: TimelineEntry): ToldLevel | null {
  if (entry.kind !== 'comment') return null
  const [hidden = ''] = FIRST_LINE.exec(entry.body) ?? []
  const [, level, loops] = TOLD.exec(hidden) ?? []
  if (level === undefined || loops === undefined) return null
  return { level: Number(level), loops: Number(loops), at: new Date(entry.at).toISOString() }
}
