import { exactly, literal } from '@testwarden/core/command/regular-expression'
import { fileArgument } from './file-argument.js'
import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, Selection, TestSelector } from './selector.js'

/**
 * Tests are named by a regular expression over their full names, files by their paths. Jest compares names without case
 * (`new RegExp(pattern, 'i')`) and cannot be told otherwise.
 */
export const jestSelector: TestSelector = {
  id: 'jest',
  displayName: 'Jest',
  url: 'https://jestjs.io/docs/cli#--testnamepatternregex',
  nameOf,
  select: (tests) => selectionOf(tests, selectNames),
  deselect: null,
}

function selectNames(tests: readonly SelectedTest[]): Pick<Selection, 'args' | 'inexact'> {
  const names = tests.map(nameOf)
  const pattern = exactly(distinct(names.map(({ name }) => literal(name))))
  const files = distinct(names.flatMap(({ place }) => place ?? []))
  const isPlaced = names.every(({ place }) => place !== null)
  return {
    args: [`--testNamePattern=${pattern}`, ...(isPlaced ? ['--runTestsByPath', ...files] : [])],
    inexact: sharedNames({ runner: 'Jest', files: isPlaced ? files.length : null, names: names.length }),
  }
}

interface NameSearch {
  readonly runner: string
  /** null: everywhere. */
  readonly files: number | null
  readonly names: number
}

/** What follows from names that count in every file that is run. */
export function sharedNames({ runner, files, names }: NameSearch): readonly string[] {
  if (files === null) return [`The report names no file: ${runner} runs tests of these names in every file.`]
  if (files === 1 || names === 1) return []
  return [`${runner} looks for each name in all ${files} files: one that several of them have runs in each.`]
}

/**
 * Jest's JSON has the describe blocks around a title; of jest-junit's attributes, whose templates users choose, the name
 * has the full name by default, else the class name has what comes before it.
 */
function nameOf({ suite, className, name, file }: SelectedTest): RunnerName {
  const place = file === null ? null : fileArgument(file)
  if (className === null) return { place, name: [...suite, name].join(' ') }
  const isWhole = name === className || name.startsWith(`${className} `) || className === file
  return { place, name: isWhole ? name : `${className} ${name}` }
}
