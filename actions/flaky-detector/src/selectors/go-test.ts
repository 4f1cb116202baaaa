import { exactly, literal } from '@testwarden/core/command/regular-expression'
import { fileArgument } from './file-argument.js'
import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, Selection, TestSelector } from './selector.js'

/**
 * Packages are named as such, tests by regular expressions, one for each level: `-run '^TestSum$/^with_zero$'`. That `|`
 * may stand between two such paths is since Go 1.18, `-skip` since Go 1.20.
 */
export const goTestSelector: TestSelector = {
  id: 'go-test',
  displayName: 'go test',
  url: 'https://pkg.go.dev/cmd/go#hdr-Testing_flags',
  nameOf,
  select: (tests) =>
    selectionOf(tests, (named) => {
      const { pattern, packages } = searchOf(withoutParents(named))
      return { args: [`-run=${pattern}`, ...(packages ?? ['./...'])], inexact: sharedNames(named, packages) }
    }),
  deselect: (tests) =>
    selectionOf(tests, (named) => ({
      args: [`-skip=${searchOf(named).pattern}`],
      inexact: ['Go leaves out tests of these names in every package that is run, with all their subtests.'],
    })),
}

/** Reports in JSON and in JUnit's form have the package as class or as suite. */
function nameOf({ suite, className, name }: SelectedTest): RunnerName {
  return { place: className ?? suite.at(-1) ?? null, name }
}

interface Search {
  readonly pattern: string
  /** null: some test does not say its own. */
  readonly packages: readonly string[] | null
}

function searchOf(tests: readonly SelectedTest[]): Search {
  const names = tests.map(nameOf)
  const packages = names.map(({ place }) => place)
  const isPlaced = packages.every((place) => place !== null)
  return {
    pattern: distinct(names.map(({ name }) => pathPattern(name))).join('|'),
    packages: isPlaced ? distinct(packages.filter((place) => place !== null).map(fileArgument)) : null,
  }
}

/** Names in reports are as the runner rewrote them, and it matches those. */
function pathPattern(name: string): string {
  return name
    .split('/')
    .map((part) => exactly([literal(part)]))
    .join('/')
}

/** A test that is named runs with all its subtests; where some of those are named too, only they are meant. */
function withoutParents(tests: readonly SelectedTest[]): readonly SelectedTest[] {
  const parents = new Set(tests.flatMap((test) => ancestors(nameOf(test))))
  return tests.filter((test) => !parents.has(keyOf(nameOf(test))))
}

function ancestors({ place, name }: RunnerName): readonly string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, index) => keyOf({ place, name: parts.slice(0, index + 1).join('/') }))
}

function keyOf({ place, name }: RunnerName): string {
  return `${place ?? ''} ${name}`
}

function sharedNames(tests: readonly SelectedTest[], packages: readonly string[] | null): Selection['inexact'] {
  if (packages === null) return ['The report names no package: tests of these names run in every package below.']
  if (packages.length === 1 || tests.length === 1) return []
  return [`Go looks for each name in all ${packages.length} packages: one that several of them have runs in each.`]
}
