import type { Evidence } from '@testwarden/core/model/evidence'
import { asSet, joinEvidence } from '@testwarden/core/model/join-evidence'
import { componentKey } from './components/component-id.js'
import type { ChangeFacts, ComponentFacts, CoverageFacts } from './facts.js'
import { type FileFacts, mergeFileFacts } from './file-facts.js'

/**
 * The evidence of one run that had read everything that the parts read, in whatever order and grouping they come.
 * @throws TypeError when there are no parts
 */
export function mergeEvidence(parts: readonly Evidence<CoverageFacts>[]): Evidence<CoverageFacts> {
  return joinEvidence(parts, mergeFacts)
}

/** Facts of one run in the order in which {@link mergeEvidence} would leave them. */
export function inOrder(facts: CoverageFacts): CoverageFacts {
  return mergeFacts([facts])
}

function mergeFacts(parts: readonly CoverageFacts[]): CoverageFacts {
  return {
    reports: asSet(parts.flatMap((part) => part.reports)).sort((left, right) => compare(left.path, right.path)),
    files: mergeFiles(parts.flatMap((part) => part.files)),
    components: mergeComponents(parts.flatMap((part) => part.components)),
    carried: asSet(parts.flatMap((part) => part.carried)),
    changes: mergeChanges(parts.map((part) => part.changes)),
    baselines: asSet(parts.flatMap((part) => part.baselines)),
    testedShas: asSet(parts.flatMap((part) => part.testedShas)),
    unmatched: asSet(parts.flatMap((part) => part.unmatched)),
    notes: asSet(parts.flatMap((part) => part.notes)),
    historyNotes: asSet(parts.flatMap((part) => part.historyNotes)),
  }
}

function mergeFiles(files: readonly FileFacts[]): readonly FileFacts[] {
  const byPath = new Map<string, FileFacts>()
  for (const file of files) {
    const known = byPath.get(file.path)
    byPath.set(file.path, known === undefined ? file : mergeFileFacts(known, file))
  }
  return [...byPath.values()].sort((left, right) => compare(left.path, right.path))
}

/** Legs of one tree agree on what a component is; each has seen its own part of the files. */
function mergeComponents(components: readonly ComponentFacts[]): readonly ComponentFacts[] {
  const byId = new Map<string, ComponentFacts>()
  for (const component of components) {
    const key = componentKey(component)
    const known = byId.get(key)
    byId.set(key, known === undefined ? component : mergeComponent(known, component))
  }
  return [...byId].sort(([left], [right]) => compare(left, right)).map(([, component]) => component)
}

function mergeComponent(left: ComponentFacts, right: ComponentFacts): ComponentFacts {
  const trees = [left.tree, right.tree].filter((tree) => tree !== null)
  return {
    ...left,
    paths: uniteTexts(left.paths, right.paths),
    unmatched: uniteTexts(left.unmatched, right.unmatched),
    fileCount: Math.max(left.fileCount, right.fileCount),
    // A leg asks only where it needs to know.
    tree: trees.sort()[0] ?? null,
    members: uniteTexts(left.members, right.members),
  }
}

function uniteTexts(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])].sort()
}

/** All legs look at one change; a leg that could not see it does not hide it from the others. */
function mergeChanges(parts: readonly ChangeFacts[]): ChangeFacts {
  const known = parts.filter((part) => part.kind === 'known')
  const none = parts.filter((part) => part.kind === 'none')
  return firstOf<ChangeFacts>(known.length > 0 ? known : none.length > 0 ? none : parts)
}

function firstOf<Value>(values: readonly Value[]): Value {
  const [first] = values.length === 1 ? values : asSet(values)
  if (first === undefined) throw new TypeError('there is nothing to choose from')
  return first
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
