import type { Finding, FindingLevel, Location } from '../model/finding.js'
import { clip } from './clip.js'
import { escapeTerminal } from './escape.js'

/** What GitHub shows beside a line of the change. Text, not Markdown. */
export interface Annotation {
  readonly level: FindingLevel
  readonly title: string
  readonly message: string
  /** In the head tree; null where the finding has no place, or none that head has too. */
  readonly path: string | null
  /** 1-based; null exactly when the path is. */
  readonly startLine: number | null
  readonly endLine: number | null
}

/** Beyond this the runner cuts, in the middle of a character if need be (actions/runner, `_maxIssueMessageLength`). */
const MESSAGE_CHARACTERS_MAX = 4096
/** Check-run annotations with a longer title are refused (GitHub's OpenAPI description). */
const TITLE_CHARACTERS_MAX = 255

/** One annotation per finding, in the same order. Locations must be translated to the head tree already. */
export function toAnnotations(findings: readonly Finding[]): Annotation[] {
  return findings.map((finding) => ({
    level: finding.level,
    title: clip(escapeTerminal(finding.title), TITLE_CHARACTERS_MAX),
    message: clip(finding.message.split(/\r?\n/).map(escapeTerminal).join('\n'), MESSAGE_CHARACTERS_MAX),
    ...placeOf(finding.location),
  }))
}

function placeOf(location: Location | null): Pick<Annotation, 'path' | 'startLine' | 'endLine'> {
  if (location === null) return { path: null, startLine: null, endLine: null }
  return { path: location.path, startLine: location.startLine, endLine: location.endLine }
}
