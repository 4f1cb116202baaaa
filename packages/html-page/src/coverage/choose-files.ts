import type { CoverageViewFile } from '@testwarden/core/model/coverage-view'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { type CoverageBrowsing, inOrderOfNeed, type SourceText } from './browsing.js'
import { fileData } from './file-data.js'
import type { FileData } from './page-data.js'

/** What fits into one page, and what is said of the rest. */
export interface ChosenFiles {
  /** Those that the tree lists, ascending by path. */
  readonly listed: readonly CoverageViewFile[]
  /** By path: the number of each file that can be opened, in {@link details}. */
  readonly numbers: ReadonlyMap<string, number>
  readonly details: readonly FileData[]
  /** The path to show first. */
  readonly first: string
  /** Sentences. */
  readonly leftOut: readonly string[]
}

/** Browsers stay quick with that many rows of data, and nobody searches by eye in more. */
const FILES_MAX = 20_000
/** Details of all files together, as JSON. With the sources' own bound this keeps a page below some 32 MiB. */
const DETAILS_CHARACTERS_MAX = 20 * 1024 * 1024

/** The files that a reader needs most come first, until the page is full. */
export function chooseFiles({ view, sources, redact }: CoverageBrowsing): ChosenFiles {
  const ordered = inOrderOfNeed(view.files).slice(0, FILES_MAX)
  const numbers = new Map<string, number>()
  const details: FileData[] = []
  let characters = 0
  for (const file of ordered) {
    const detail = fileData(file, sources.get(file.path) ?? NOT_LOOKED_FOR, redact)
    const size = JSON.stringify(detail).length
    if (characters + size > DETAILS_CHARACTERS_MAX) continue
    characters += size
    numbers.set(file.path, details.length)
    details.push(detail)
  }
  return {
    listed: [...ordered].sort((left, right) => (left.path < right.path ? -1 : 1)),
    numbers,
    details,
    first: details[0]?.path ?? '',
    leftOut: leftOut({ all: view.files.length, listed: ordered.length, details }),
  }
}

const NOT_LOOKED_FOR: SourceText = { kind: 'left-out', reason: 'the page was made where the tested tree is not' }

interface Fitted {
  readonly all: number
  readonly listed: number
  readonly details: readonly FileData[]
}

function leftOut({ all, listed, details }: Fitted): string[] {
  const sentences: string[] = []
  const without = details.filter(({ source }) => source === null).length
  if (all > listed)
    sentences.push(`${countWord(all - listed, 'file')} with the fewest untested lines are left out of this page.`)
  if (listed > details.length)
    sentences.push(`${formatInteger(listed - details.length)} files have no room for their lines here.`)
  if (without > 0) sentences.push(`${countWord(without, 'file')} without source text: opening one says why.`)
  return sentences
}
