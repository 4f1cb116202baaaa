import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import { asSentence } from '@testwarden/core/model/sentence'
import { createPathMatcher } from '@testwarden/core/paths/path-matcher'
import type { Git } from '@testwarden/core/ports/git'
import type { ComponentFacts, ComponentId } from '../facts.js'
import { isSamePaths } from './carry-forward.js'
import { componentKey, REST } from './component-id.js'
import type { Component } from './config-field.js'

export interface ComponentQuestion {
  readonly components: readonly Component[]
  readonly run: RunContext
  /** From the root of the repository; null where nobody can tell. */
  readonly trackedFiles: readonly string[] | null
  /** Paths that reports of this run list. */
  readonly reported: readonly string[]
  /** Further paths that matter: what was changed, what the baseline has. */
  readonly others: readonly string[]
}

export interface ReadComponents {
  readonly components: readonly ComponentFacts[]
  readonly notes: readonly string[]
}

/** Which files each component has in the tested tree. Trees are hashed only where a baseline may need them. */
export async function readComponents(question: ComponentQuestion, git: Git): Promise<ReadComponents> {
  const { run, reported } = question
  const isReported = new Set(reported)
  const named = question.components.flatMap((component) => viewsOf(component, question))
  const views = named.length === 0 ? [] : [...named, restOf(named, question)]
  const isAsked = run.isBaseline || views.some(({ seen }) => !seen.some((path) => isReported.has(path)))
  const hashed = isAsked ? await hashTrees(views, { run, git }) : { trees: [], notes: [] }
  const components = views.map(({ id, paths, unmatched, files, seen }, index) => ({
    ...id,
    paths,
    unmatched,
    fileCount: files.size,
    tree: hashed.trees[index] ?? null,
    members: seen,
  }))
  return { components: components.sort(byKey), notes: hashed.notes }
}

/** A component by the paths of one side. */
interface View {
  readonly id: ComponentId
  readonly paths: readonly string[]
  readonly unmatched: readonly string[]
  readonly takes: (path: string) => boolean
  /** Of the tree. */
  readonly files: ReadonlySet<string>
  /** Of the paths that matter; ascending. */
  readonly seen: readonly string[]
}

/** The base's paths are looked at only where they mean other files: that is what a change could hide behind. */
function viewsOf({ name, paths, pathsOfBase }: Component, question: ComponentQuestion): readonly View[] {
  const own = paths.length === 0 ? [] : [viewOf({ name, side: 'tested' }, paths, question)]
  if (pathsOfBase === null || isSamePaths(inOrder(paths), inOrder(pathsOfBase))) return own
  const ofBase = viewOf({ name, side: 'base' }, pathsOfBase, question)
  return own.some((view) => isSameView(view, ofBase)) ? own : [...own, ofBase]
}

function isSameView(left: View, right: View): boolean {
  return isSamePaths([...left.files], [...right.files]) && isSamePaths(left.seen, right.seen)
}

function viewOf(id: ComponentId, written: readonly string[], question: ComponentQuestion): View {
  const paths = inOrder(written)
  const matchers = paths.map((pattern) => ({ pattern, matches: createPathMatcher(pattern) }))
  const selected = select((path) => matchers.some(({ matches }) => matches(path)), question)
  const files = [...selected.files]
  const unmatched = matchers.filter(({ matches }) => !files.some(matches)).map(({ pattern }) => pattern)
  return { id, paths, unmatched, ...selected }
}

function restOf(named: readonly View[], question: ComponentQuestion): View {
  const own = named.filter(({ id }) => id.side === 'tested')
  return { id: REST, paths: [], unmatched: [], ...select((path) => !own.some(({ takes }) => takes(path)), question) }
}

function select(
  takes: View['takes'],
  { trackedFiles, reported, others }: ComponentQuestion,
): Pick<View, 'takes' | 'files' | 'seen'> {
  const mattering = inOrder([...reported, ...others])
  return { takes, files: new Set((trackedFiles ?? mattering).filter(takes)), seen: mattering.filter(takes) }
}

interface HashSources {
  readonly run: RunContext
  readonly git: Git
}

interface HashedTrees {
  readonly trees: readonly (string | null)[]
  readonly notes: readonly string[]
}

async function hashTrees(views: readonly View[], { run, git }: HashSources): Promise<HashedTrees> {
  if (git.absence !== null || views.length === 0) return { trees: [], notes: [] }
  try {
    const sha = run.testedSha ?? (await git.headSha())
    const dirty = run.testedSha === null ? await changedSince(sha, git) : []
    const trees = await git.hashPaths(
      sha,
      views.map(
        ({ files }) =>
          (path) =>
            files.has(path),
      ),
    )
    return {
      trees: trees.map((tree, index) => (dirty.some((path) => views[index]?.takes(path)) ? null : tree)),
      notes: [],
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { trees: [], notes: [asSentence(`Nobody could tell which components changed: ${error.message}`)] }
  }
}

/** A working tree has no listing of its own: what differs from its commit is not the same. */
async function changedSince(sha: string, git: Git): Promise<readonly string[]> {
  const diff = await git.diff(sha, null)
  return diff.flatMap(({ oldPath, newPath }) => [oldPath, newPath].filter((path) => path !== null))
}

function inOrder(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort()
}

function byKey(left: ComponentId, right: ComponentId): number {
  return componentKey(left) < componentKey(right) ? -1 : 1
}
