import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { type FileBuilder, TOO_MANY_BRANCHES, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { readHits } from '../json-numbers.js'
import { armName, type BranchKey, readBranchKey, readMethodKey } from './ruby-key.js'

/** `{ "[:if, 0, 3, 4, 5, 7]": { "[:then, 1, 4, 6, 4, 9]": 2, "[:else, 2, 3, 4, 5, 7]": 0 } }`. */
export class ConditionsVisitor implements JsonVisitor {
  private readonly file: FileBuilder
  private readonly warnings: WarningLog

  constructor(file: FileBuilder, warnings: WarningLog) {
    this.file = file
    this.warnings = warnings
  }

  enter(key: string, container: JsonContainer, line: number): JsonVisitor | null {
    const condition = container === 'object' ? readBranchKey(key) : null
    if (condition !== null) return { scalar: (arm, value, at) => this.arm(condition, { key: arm, value, at }) }
    this.warnings.add('a branch whose place cannot be read is ignored', line)
    return null
  }

  private arm(condition: BranchKey, { key, value, at }: Entry): void {
    const arm = readBranchKey(key)
    const hits = readHits(value, this.warnings, at)
    if (arm === null || hits === null) {
      this.warnings.add('a branch whose place cannot be read is ignored', at)
      return
    }
    if (!this.file.addArm(condition.line, armName(condition, arm), hits)) this.warnings.add(TOO_MANY_BRANCHES, at)
  }
}

interface Entry {
  readonly key: string
  readonly value: JsonScalar
  readonly at: number
}

/** `{ "[\"Parcel\", :weigh, 4, 2, 6, 5]": 2 }`. */
export class MethodsVisitor implements JsonVisitor {
  private readonly file: FileBuilder
  private readonly warnings: WarningLog

  constructor(file: FileBuilder, warnings: WarningLog) {
    this.file = file
    this.warnings = warnings
  }

  scalar(key: string, value: JsonScalar, at: number): void {
    const method = readMethodKey(key)
    const hits = readHits(value, this.warnings, at)
    if (method === null || hits === null) {
      this.warnings.add('a method whose name or place cannot be read is ignored', at)
      return
    }
    if (!this.file.addFunction({ ...method, hits })) this.warnings.add(TOO_MANY_FUNCTIONS, at)
  }
}
