import { contentMark } from '../pack-lines.js'
import type { RosterText } from './encoded-run.js'

/** JSON keeps texts apart that are no well-formed Unicode. */
export function rosterId({ base, removed, shared, suffixes, references, skipped }: Omit<RosterText, 'id'>): string {
  return contentMark(new TextEncoder().encode(JSON.stringify([base, removed, shared, suffixes, references, skipped])))
}
