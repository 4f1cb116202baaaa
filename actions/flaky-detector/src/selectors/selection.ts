import type { SelectedTest, Selection } from './selector.js'
import { quoteWords } from './shell-words.js'

/** What no command line can hold; everything else, line breaks included, can be an argument. */
const UNSPEAKABLE = '\0'

/**
 * A selection made of the tests that can be named at all.
 * @param toArgs is not asked about an empty list, which would select everything
 */
export function selectionOf(
  tests: readonly SelectedTest[],
  toArgs: (tests: readonly SelectedTest[]) => Pick<Selection, 'args' | 'inexact'>,
): Selection {
  const named = tests.filter((test) => !hasUnspeakable(test))
  const left = tests.length - named.length
  const { args, inexact } = named.length === 0 ? { args: [], inexact: [] } : toArgs(named)
  const lost = left === 0 ? [] : [`${left} of the tests have a NUL in their names, which no command line can hold.`]
  return { args, text: quoteWords(args), inexact: [...lost, ...inexact] }
}

function hasUnspeakable({ suite, className, name, file }: SelectedTest): boolean {
  return [...suite, className ?? '', name, file ?? ''].some((text) => text.includes(UNSPEAKABLE))
}

/** In order of first appearance. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
