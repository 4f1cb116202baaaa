import { canonicalJson } from '@testwarden/core/model/record-key'
import { contentMark } from './pack-lines.js'

/** A name for a past run that nobody named: the same facts of it, such as its commit and its results, give the same one. */
export function importedRunName(facts: readonly unknown[]): string {
  return `import-${contentMark(new TextEncoder().encode(canonicalJson(facts))).slice(0, 16)}`
}
