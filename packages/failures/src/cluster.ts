import type { TestFailure } from '@testwarden/core/model/test-run'
import { createRuleFinder, type RuleFinder } from './categories/categorise.js'
import type { Category, CategoryRule } from './categories/category.js'
import { type Cause, causeOf } from './cause.js'
import { fingerprintOfCause } from './fingerprint.js'
import { allowedEdits, type ComparedText, isSimilar, leastEdits, toCompared } from './similar-text.js'

/** Clusters of one type and place that a cause is compared with at all; real ones have a handful. */
const MAX_COMPARED_CLUSTERS = 256
/** Those of them that it is compared with letter by letter: the most alike by their grams. */
const MAX_CANDIDATES = 4

export interface ClusterInput {
  /** Names the test among the others, in whatever way its giver likes. */
  readonly test: string
  readonly failure: TestFailure
}

/** Failures of one or many tests that have one cause. */
export interface FailureCluster {
  /**
   * The first of {@link fingerprints}, so the same in every run in which the same causes fail, in whatever order and
   * however often. A cluster of another run is the same if it shares any fingerprint with this one.
   */
  readonly id: string
  /** In the order of the alphabet. These, and the id, are all of a cluster that may go to history. */
  readonly fingerprints: readonly string[]
  /** The failure to show. */
  readonly representative: ClusterInput
  /** In the order in which they were given. */
  readonly members: readonly ClusterInput[]
  readonly category: Category | null
}

/**
 * Failures by their cause, the largest cluster first: those of one fingerprint, then those whose messages differ in less
 * than 10 % of their letters and that arose in the same function, or, where the category says that the surroundings are
 * at fault, anywhere. Every failure is in exactly one cluster, and the order of the failures does not matter.
 *
 * Thousands of causes cost well under a second: only those of the same type and place are compared, first by counts of
 * their letters, and only the few most alike letter by letter. What these bounds leave out is a cluster of its own.
 */
export function clusterFailures(
  failures: readonly ClusterInput[],
  rules: readonly CategoryRule[],
): readonly FailureCluster[] {
  const families = new Map<string, Group[][]>()
  for (const group of groupByFingerprint(failures, createRuleFinder(rules))) joinFamily(families, group)
  return [...families.values()]
    .flat()
    .map(toCluster)
    .toSorted((left, right) => right.members.length - left.members.length || compareTexts(left.id, right.id))
}

/** All failures of one fingerprint. */
interface Group {
  readonly fingerprint: string
  /** Only groups of one family can be one cluster. */
  readonly family: string
  readonly message: ComparedText
  readonly rule: CategoryRule | null
  readonly members: readonly Member[]
}

interface Member {
  readonly position: number
  readonly input: ClusterInput
}

/** In the order of fingerprints, which is the same whatever the order of the failures. */
function groupByFingerprint(failures: readonly ClusterInput[], findRule: RuleFinder): readonly Group[] {
  const found = new Map<string, { readonly cause: Cause; readonly members: Member[] }>()
  for (const [position, input] of failures.entries()) {
    const cause = causeOf(input.failure)
    const fingerprint = fingerprintOfCause(cause)
    const group = found.get(fingerprint) ?? { cause, members: [] }
    group.members.push({ position, input })
    found.set(fingerprint, group)
  }
  return [...found]
    .toSorted(([left], [right]) => compareTexts(left, right))
    .map(([fingerprint, { cause, members }]) => {
      const rule = findRule(chooseMember(members).input.failure)
      return { fingerprint, members, rule, family: familyOf(cause, rule), message: toCompared(cause.message) }
    })
}

function familyOf({ type, place }: Cause, rule: CategoryRule | null): string {
  if (rule?.origin === 'surroundings') return JSON.stringify([type, rule.id])
  return JSON.stringify([type, rule?.id ?? null, place?.file ?? null, place?.function ?? null])
}

/** A cluster is known by its first group: were each compared with the last that joined, it could drift anywhere. */
function joinFamily(families: Map<string, Group[][]>, group: Group): void {
  const family = families.get(group.family) ?? []
  families.set(group.family, family)
  const joined = candidatesFor(group, family).find(
    ([first]) => first !== undefined && isSimilar(first.message, group.message),
  )
  if (joined === undefined) family.push([group])
  else joined.push(group)
}

function candidatesFor({ message }: Group, family: readonly Group[][]): readonly Group[][] {
  const near: { readonly cluster: Group[]; readonly edits: number }[] = []
  for (const cluster of family.slice(0, MAX_COMPARED_CLUSTERS)) {
    const [first] = cluster
    if (first === undefined) continue
    const edits = leastEdits(first.message, message)
    if (edits <= allowedEdits(first.message, message)) near.push({ cluster, edits })
  }
  const nearest = near.toSorted((left, right) => left.edits - right.edits).slice(0, MAX_CANDIDATES)
  return nearest.map(({ cluster }) => cluster)
}

function toCluster(groups: readonly Group[]): FailureCluster {
  const members = groups.flatMap((group) => group.members).toSorted((left, right) => left.position - right.position)
  const fingerprints = groups.map(({ fingerprint }) => fingerprint)
  return {
    id: fingerprints[0] ?? '',
    fingerprints,
    representative: chooseMember(groups[0]?.members ?? members).input,
    members: members.map(({ input }) => input),
    category: groups[0]?.rule ?? null,
  }
}

/** The same of several alike in whatever order they come: that of the test whose name is first. */
function chooseMember([first, ...others]: readonly Member[]): Member {
  if (first === undefined) throw new RangeError('a group of failures without a failure')
  return others.reduce((best, member) => (compareMembers(member, best) < 0 ? member : best), first)
}

function compareMembers({ input: left }: Member, { input: right }: Member): number {
  return compareTexts(left.test, right.test) || compareTexts(left.failure.trace, right.failure.trace)
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
