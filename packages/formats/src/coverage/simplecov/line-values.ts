import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { readHits } from '../json-numbers.js'
import { NOT_COUNTED } from './source-lines.js'

/** What SimpleCov writes for a line between `:nocov:` comments. */
const IGNORED = 'ignored'

/** The array of one file's lines: a count, null where there is nothing to run, or "ignored". */
export class LineValues implements JsonVisitor {
  private readonly values: number[] = []
  private readonly warnings: WarningLog
  private readonly done: (values: number[]) => void

  /** @param done gets the lines, the first at 0, {@link NOT_COUNTED} where nothing is counted */
  constructor(warnings: WarningLog, done: (values: number[]) => void) {
    this.warnings = warnings
    this.done = done
  }

  enter(_key: string, container: string, line: number): null {
    this.warnings.add(`a line that is no count but an ${container} is ignored`, line)
    this.values.push(NOT_COUNTED)
    return null
  }

  scalar(_key: string, value: JsonScalar, line: number): void {
    const hits = readHits(value, this.warnings, line)
    if (hits === null && value !== null && value !== IGNORED)
      this.warnings.add('a line that is neither a count nor null is ignored', line)
    this.values.push(hits ?? NOT_COUNTED)
  }

  leave(): void {
    this.done(this.values)
  }
}
