import { exactly, literal } from '@testwarden/core/command/regular-expression'
import { fileArgument } from './file-argument.js'
import { sharedNames } from './jest.js'
import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, Selection, TestSelector } from './selector.js'

/** Between the parts of a full name in JUnit reports of Vitest; the runner itself joins them with a space. */
const JOINT = ' > '

/** Tests are named by a regular expression over their full names, files by a part of their paths. */
export const vitestSelector: TestSelector = {
  id: 'vitest',
  displayName: 'Vitest',
  url: 'https://vitest.dev/guide/cli.html#testnamepattern',
  nameOf,
  select: (tests) => selectionOf(tests, selectNames),
  deselect: null,
}

function selectNames(tests: readonly SelectedTest[]): Pick<Selection, 'args' | 'inexact'> {
  const names = tests.map(nameOf)
  const pattern = exactly(distinct(names.map(({ name }) => literal(name).replaceAll(JOINT, '(?: > | )'))))
  const files = distinct(names.flatMap(({ place }) => place ?? []))
  const isPlaced = names.every(({ place }) => place !== null)
  return {
    args: [`--testNamePattern=${pattern}`, ...(isPlaced ? files : [])],
    inexact: sharedNames({ runner: 'Vitest', files: isPlaced ? files.length : null, names: names.length }),
  }
}

/** The class name of a JUnit report is the file; the parts of a name are told apart by {@link JOINT} in all reports. */
function nameOf({ suite, className, name, file }: SelectedTest): RunnerName {
  if (className !== null) return { place: fileArgument(file ?? className), name }
  return { place: file === null ? null : fileArgument(file), name: [...suite, name].join(JOINT) }
}
