import { isAbsolute, relative, sep } from 'node:path'
import type { WorkflowCommand } from './workflow-command.js'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** What `::error::` and its siblings leave on the page of a run. Lines and columns are 1-based. */
export interface Annotation {
  readonly level: AnnotationLevel
  readonly message: string
  readonly title: string | null
  /** Relative to the workspace, with `/`, when it lies in it. */
  readonly file: string | null
  readonly line: number | null
  readonly endLine: number | null
  readonly column: number | null
  readonly endColumn: number | null
}

/** `_maxIssueMessageLength` of actions/runner, in UTF-16 units. */
export const MAX_MESSAGE_LENGTH = 4096

/** `_maxCountPerIssueType` of actions/runner: what comes later of the same level is only logged. */
export const MAX_PER_LEVEL = 10

export function plainAnnotation(level: AnnotationLevel, message: string): Annotation {
  const nowhere = { title: null, file: null, line: null, endLine: null, column: null, endColumn: null }
  return { level, message: message.slice(0, MAX_MESSAGE_LENGTH), ...nowhere }
}

/** @param mask applied to the message before it is cut, so that no half of a secret stays */
export function toAnnotation(
  level: AnnotationLevel,
  command: WorkflowCommand,
  { workspace, mask }: { readonly workspace: string; readonly mask: (text: string) => string },
): Annotation {
  const { properties } = command
  return {
    ...plainAnnotation(level, mask(command.data)),
    title: properties.get('title') ?? null,
    file: inWorkspace(properties.get('file') ?? null, workspace),
    ...validPlace({
      line: wholeNumber(properties.get('line')),
      endLine: wholeNumber(properties.get('endline')),
      column: wholeNumber(properties.get('col')),
      endColumn: wholeNumber(properties.get('endcolumn')),
    }),
  }
}

type Place = Pick<Annotation, 'line' | 'endLine' | 'column' | 'endColumn'>

/** An end without a start is the start; columns need one line; an end before its start removes both. */
function validPlace(given: Place): Place {
  const line = given.line ?? given.endLine
  const column = given.column ?? given.endColumn
  const hasColumns = line !== null && (given.endLine === null || given.endLine === line) && !isBefore(given, 'column')
  const hasLines = !isBefore(given, 'line')
  return {
    line: hasLines ? line : null,
    endLine: hasLines ? given.endLine : null,
    column: hasColumns ? column : null,
    endColumn: hasColumns ? given.endColumn : null,
  }
}

function isBefore(place: Place, of: 'line' | 'column'): boolean {
  const start = place[of]
  const end = of === 'line' ? place.endLine : place.endColumn
  return start !== null && end !== null && end < start
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*[+-]?\d{1,10}\s*$/.test(text) ? Number(text) : null
}

function inWorkspace(file: string | null, workspace: string): string | null {
  if (file === null || file === '') return null
  if (!isAbsolute(file)) return file
  const path = relative(workspace, file)
  return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/')
}
