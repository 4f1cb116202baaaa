import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import type { CarriedComponent, CarriedFile, ComponentFacts, CoverageFacts } from '../facts.js'
import { isSameComponent } from './component-id.js'
import type { RecordedPart } from './recorded-parts.js'

export interface CarrySources {
  readonly components: readonly ComponentFacts[]
  /** Paths that the reports of this run list. */
  readonly reported: ReadonlySet<string>
  /** Of the baseline. */
  readonly sha: string
  readonly parts: readonly RecordedPart[]
}

/** Counts of the baseline for components that no report mentions and whose files are the very same. */
export function carryForward({ components, reported, sha, parts }: CarrySources): readonly CarriedComponent[] {
  return components.flatMap((component) => {
    const { name, side, tree } = component
    if (tree === null || isReported(component, reported)) return []
    const same = parts.find((part) => part.name === name && part.tree === tree)
    return same === undefined || same.files.length === 0
      ? []
      : [{ name, side, sha, tool: same.tool, files: same.files }]
  })
}

/** Files of a baseline's components that no report of this run lists: what may be carried. */
export function unreportedFiles(parts: readonly RecordedPart[], reported: ReadonlySet<string>): readonly string[] {
  const paths = parts.flatMap(({ files }) => files.map(({ path }) => path))
  return [...new Set(paths)].filter((path) => !reported.has(path))
}

/** The components with their carried files among their members, for who no longer knows which path a glob means. */
export function withCarriedMembers({ components, carried, parts }: CarriedMembers): readonly ComponentFacts[] {
  const paths = new Set(carried.flatMap(({ files }) => files.map(({ path }) => path)))
  return components.map((component) => {
    const part = parts.find(({ name, paths: of }) => name === component.name && isSamePaths(of, component.paths))
    const added = (part?.files ?? []).map(({ path }) => path).filter((path) => paths.has(path))
    return { ...component, members: [...new Set([...component.members, ...added])].sort() }
  })
}

export interface CarriedMembers {
  readonly components: readonly ComponentFacts[]
  readonly carried: readonly CarriedComponent[]
  readonly parts: readonly RecordedPart[]
}

export function isSamePaths(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((path, index) => path === right[index])
}

export function isReported({ members }: ComponentFacts, reported: ReadonlySet<string>): boolean {
  return members.some((path) => reported.has(path))
}

/** Paths that reports list. */
export const reportedPaths = rememberByKey(
  ({ files }: CoverageFacts): ReadonlySet<string> => new Set(files.map(({ path }) => path)),
)

/** What is carried after all legs had their say: a component that one of them reports is not. */
export const carriedComponents = rememberByKey((facts: CoverageFacts): readonly CarriedComponent[] => {
  const reported = reportedPaths(facts)
  return facts.carried.filter((carried) => {
    const component = facts.components.find((other) => isSameComponent(other, carried))
    return component === undefined || !isReported(component, reported)
  })
})

/** Each carried file once, in the order of paths, without those that a report lists. */
export const carriedFiles = rememberByKey((facts: CoverageFacts): readonly CarriedFile[] => {
  const reported = reportedPaths(facts)
  const byPath = new Map<string, CarriedFile>()
  for (const { files } of carriedComponents(facts))
    for (const file of files) if (!reported.has(file.path) && !byPath.has(file.path)) byPath.set(file.path, file)
  return [...byPath.values()].sort((left, right) => (left.path < right.path ? -1 : 1))
})
