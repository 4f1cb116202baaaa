import { literal } from '@testwarden/core/command/regular-expression'
import { fileArgument } from './file-argument.js'
import { distinct, selectionOf } from './selection.js'
import type { RunnerName, SelectedTest, TestSelector } from './selector.js'

/** Examples are named by a regular expression over their full descriptions (since RSpec 3.8), files by their paths. */
export const rspecSelector: TestSelector = {
  id: 'rspec',
  displayName: 'RSpec',
  url: 'https://rspec.info/features/3-13/rspec-core/command-line/',
  nameOf,
  select: (tests) =>
    selectionOf(tests, (named) => {
      const names = named.map(nameOf)
      const files = distinct(names.flatMap(({ place }) => place ?? []))
      const isPlaced = names.every(({ place }) => place !== null)
      return {
        args: ['--example-matches', wholeText(names), ...(isPlaced ? files : [])],
        inexact: sharedNames(named.length, isPlaced ? files.length : null),
      }
    }),
  deselect: null,
}

/** Of reports in JUnit's form the name is the full description; of others it may stand behind its groups. */
function nameOf({ suite, className, name, file }: SelectedTest): RunnerName {
  const place = file === null ? null : fileArgument(file.replace(/^\.\//, ''))
  const groups = className === null ? suite.filter((part) => part !== file) : []
  return { place, name: [...groups, name].join(' ') }
}

/** Ruby's `^` and `$` are ends of lines. */
function wholeText(names: readonly RunnerName[]): string {
  return `\\A(?:${distinct(names.map(({ name }) => literal(name))).join('|')})\\z`
}

function sharedNames(names: number, files: number | null): readonly string[] {
  if (files === null) return ['The report names no file: examples of these descriptions run in every file.']
  if (files === 1 || names === 1) return []
  return [`RSpec looks for each description in all ${files} files: one that several of them have runs in each.`]
}
