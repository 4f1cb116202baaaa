import type { CoverageViewFile } from '@testwarden/core/model/coverage-view'
import { escapeScriptJson } from '@testwarden/core/render/escape'
import { countWord } from '@testwarden/core/render/inline'
import { utf8Length } from '@testwarden/core/render/utf8'
import { type CoverageBrowsing, inOrderOfNeed, type SourceText } from './browsing.js'
import { fileData } from './file-data.js'
import type { FileData } from './page-data.js'

/** What fits into one page, and what is said of the rest. */
export interface ChosenFiles {
  /** Those that the tree lists, ascending by path. */
  readonly listed: readonly CoverageViewFile[]
  /** By path: the number of each file that can be opened, in {@link details}. */
  readonly numbers: ReadonlyMap<string, number>
  /** Each a {@link FileData} as JSON, ready for its element. */
  readonly details: readonly string[]
  /** The path to show first. */
  readonly first: string
  /** Sentences. */
  readonly leftOut: readonly string[]
}

/** Browsers stay quick with that many rows of data, and nobody searches by eye in more. */
const FILES_MAX = 20_000
/** A longer path is nobody's file, and has no row. */
const PATH_CHARACTERS_MAX = 1024
/** Details of all files together, as they stand in the page. The rows of the tree come on top. */
const DETAILS_BYTES_MAX = 20 * 1024 * 1024

/** The files that a reader needs most come first, until the page is full. */
export function chooseFiles(browsing: CoverageBrowsing): ChosenFiles {
  const { files } = browsing.view
  const ordered = inOrderOfNeed(files.filter(({ path }) => path.length <= PATH_CHARACTERS_MAX)).slice(0, FILES_MAX)
  const numbers = new Map<string, number>()
  const details: string[] = []
  let left = DETAILS_BYTES_MAX
  let withoutText = 0
  for (const file of ordered) {
    const detail = fittingDetail(file, browsing, left)
    if (detail === null) continue
    left -= detail.bytes
    withoutText += detail.hasText ? 0 : 1
    numbers.set(file.path, details.length)
    details.push(detail.json)
  }
  return {
    listed: [...ordered].sort((before, after) => (before.path < after.path ? -1 : 1)),
    numbers,
    details,
    first: ordered.find(({ path }) => numbers.has(path))?.path ?? '',
    leftOut: leftOut({ all: files.length, listed: ordered.length, detailed: details.length, withoutText }),
  }
}

interface Detail {
  readonly json: string
  readonly bytes: number
  readonly hasText: boolean
}

/** With its text where there is room, else without; null where there is room for neither. */
function fittingDetail(file: CoverageViewFile, { sources, redact }: CoverageBrowsing, left: number): Detail | null {
  const detail = detailOf(fileData(file, sources.get(file.path) ?? NOT_LOOKED_FOR, redact))
  if (detail.bytes <= left) return detail
  const short = detailOf(fileData(file, NO_ROOM, redact))
  return short.bytes <= left ? short : null
}

function detailOf(data: FileData): Detail {
  const json = escapeScriptJson(JSON.stringify(data))
  return { json, bytes: utf8Length(json), hasText: data.source !== null }
}

const NOT_LOOKED_FOR: SourceText = { kind: 'left-out', reason: 'the page was made where the tested tree is not' }
const NO_ROOM: SourceText = { kind: 'left-out', reason: 'the page is full' }

interface Fitted {
  readonly all: number
  readonly listed: number
  readonly detailed: number
  readonly withoutText: number
}

function leftOut({ all, listed, detailed, withoutText }: Fitted): string[] {
  const sentences: string[] = []
  if (all > listed)
    sentences.push(
      `Left out of this page: ${countWord(all - listed, 'file')}, those with the fewest untested lines first.`,
    )
  if (listed > detailed)
    sentences.push(`There is no room here for the lines of ${countWord(listed - detailed, 'file')}.`)
  if (withoutText > 0) sentences.push(`${countWord(withoutText, 'file')} without source text: opening one says why.`)
  return sentences
}
