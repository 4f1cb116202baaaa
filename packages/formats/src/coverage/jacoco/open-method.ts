import type { Count } from '@testwarden/core/model/count'
import type { FunctionCoverage } from '@testwarden/core/model/coverage'
import type { XmlAttributes } from '../../xml/attributes.js'
import { MAX_LINE } from '../coverage-builder.js'

/** One `<method>`: covered as JaCoCo sees it, which is when any of its instructions ran. */
export class OpenMethod {
  /** With its descriptor, because overloads may start on one line. */
  private readonly name: string
  private readonly line: number
  /** false: abstract or without anything that could be covered. */
  hasCode = false
  /** false: only its instructions are. */
  isCounted = false
  private isCovered = false

  constructor(attributes: XmlAttributes) {
    this.name = `${attributes.get('name') ?? ''}${attributes.get('desc') ?? ''}`
    const line = attributes.integer('line')
    this.line = line > 0 && line <= MAX_LINE ? line : 0
  }

  /** @param type METHOD or INSTRUCTION */
  add(type: string, { covered, total }: Count): void {
    this.hasCode ||= total > 0
    this.isCounted ||= type === 'METHOD'
    this.isCovered ||= covered > 0
  }

  asFunctionOf(className: string): FunctionCoverage {
    return { name: `${className}.${this.name}`, line: this.line, hits: this.isCovered ? 1 : 0 }
  }
}
