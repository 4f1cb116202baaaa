import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { microsecondsOf } from '../duration.js'
import { readBareStatus } from './bare-status.js'
import type { JunitHabits } from './dialect.js'
import type { CaseFacts } from './open-case.js'
import type { OpenSuite } from './suites.js'

/** What a tag is read with. */
export interface TagSource {
  readonly attributes: XmlAttributes
  /** Line of the report. */
  readonly at: number
  readonly warnings: WarningLog
}

const NO_SUITES: readonly string[] = []
/** More than any source file has. */
const MAX_LINE = 2 ** 31

/** @param suite the one around it; null: none */
export function readCase(source: TagSource, suite: OpenSuite | null, habits: JunitHabits): CaseFacts {
  const { attributes, at } = source
  const className = attributes.get('classname') ?? attributes.get('class') ?? ''
  const written = attributes.get('name') ?? ''
  const file = attributes.get('file') || suite?.file || habits.fileOf({ className, name: written })
  return {
    suite: suite?.path ?? NO_SUITES,
    className,
    name: written === '' ? substitute(className || suite?.name || '', source) : written,
    file,
    line: file === null ? null : lineOf(attributes, habits.firstLine),
    durationUs: readTime(source),
    bare: readBareStatus(attributes),
    at,
  }
}

/** Null without a warning where there is none. */
export function readTime({ attributes, at, warnings }: TagSource): number | null {
  const written = attributes.get('time')
  if (written === null || written === '') return null
  const durationUs = microsecondsOf(written)
  if (durationUs === null) warnings.add('a time that is no duration is taken as unknown', at)
  return durationUs
}

/** Runners write a nameless case for a class that failed as a whole. */
function substitute(name: string, { at, warnings }: TagSource): string {
  warnings.add('a case without a name is called by its class or suite', at)
  return name === '' ? '(no name)' : name
}

function lineOf(attributes: XmlAttributes, firstLine: 0 | 1): number | null {
  const written = attributes.integer('line')
  const line = written === -1 ? 0 : written + 1 - firstLine
  return line >= 1 && line < MAX_LINE ? line : null
}
