import type { CoverageView } from '@testwarden/core/model/coverage-view'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'
import { formatInteger } from '@testwarden/core/render/numbers'
import {
  inOrderOfNeed,
  SOURCE_BYTES_MAX,
  SOURCES_BYTES_MAX,
  type SourceText,
} from '@testwarden/html-page/coverage/browsing'

export interface SourcePlace {
  /** Must not reach beyond the workspace: the paths are a report's, and links in the tree may lead anywhere. */
  readonly files: Files
  /** Where the workspace lies inside the repository, as git says it. */
  readonly prefix: string
}

/** The text of the files that people may want to look through, most needed first, until a page would be full of it. */
export async function readSources(
  { files }: CoverageView,
  place: SourcePlace,
): Promise<ReadonlyMap<string, SourceText>> {
  const sources = new Map<string, SourceText>()
  let left = SOURCES_BYTES_MAX
  for (const { path, isTracked } of inOrderOfNeed(files)) {
    const source = isTracked ? await readSource(path, place, left) : leftOut('no tracked file answers to this path')
    if (source.kind === 'text') left -= Buffer.byteLength(source.text)
    sources.set(path, source)
  }
  return sources
}

const PAGE_IS_FULL = `the page holds ${formatInteger(SOURCES_BYTES_MAX / 1024 / 1024)} MiB of files that need it more`

async function readSource(path: string, { files, prefix }: SourcePlace, left: number): Promise<SourceText> {
  if (!path.startsWith(prefix)) return leftOut('it lies outside the working directory')
  if (left <= 0) return leftOut(PAGE_IS_FULL)
  try {
    const text = await files.readText(path.slice(prefix.length), SOURCE_BYTES_MAX)
    if (text === null) return leftOut('there is no such file here')
    if (Buffer.byteLength(text) > left) return leftOut(PAGE_IS_FULL)
    return text.includes('\0') ? leftOut('it is no text') : { kind: 'text', text }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return leftOut(error.message)
  }
}

function leftOut(reason: string): SourceText {
  return { kind: 'left-out', reason }
}
