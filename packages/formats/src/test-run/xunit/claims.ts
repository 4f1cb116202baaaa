import type { DeclaredTests } from '@testwarden/core/model/test-run'
import { instantOf } from '../../instant.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { microsecondsOf } from '../duration.js'

/** What the assemblies of a file claim, added up. */
export class AssemblyClaims {
  startedAt: string | null = null
  durationUs: number | null = null
  declared: DeclaredTests | null = null

  /** Of the root, or of an assembly. */
  readStart(attributes: XmlAttributes): void {
    this.startedAt ??= instantOf(attributes.get('start-rtf'))
  }

  /** Errors stand beside the tests, and are counted beside them. */
  readAssembly(attributes: XmlAttributes): void {
    this.readStart(attributes)
    const durationUs = microsecondsOf(attributes.get('time') ?? '')
    if (durationUs !== null) this.durationUs = (this.durationUs ?? 0) + durationUs
    const total = attributes.integer('total')
    if (total < 0) return
    const errors = countOf(attributes, 'errors')
    this.declared = {
      cases: (this.declared?.cases ?? 0) + total + errors,
      failed: (this.declared?.failed ?? 0) + countOf(attributes, 'failed'),
      errored: (this.declared?.errored ?? 0) + errors,
      skipped: (this.declared?.skipped ?? 0) + countOf(attributes, 'skipped') + countOf(attributes, 'not-run'),
    }
  }
}

function countOf(attributes: XmlAttributes, name: string): number {
  return Math.max(attributes.integer(name), 0)
}
