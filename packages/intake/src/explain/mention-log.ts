import type { SeenFile } from '../fold-coverage.js'
import { fileNameOf, type Question, tidyPath } from './asked-file.js'
import type { SeenRecords } from './sighting-log.js'

/** A file of a report that may be the one that was asked for, with what was seen of it while the report was read. */
export interface SeenMention extends SeenFile {
  readonly records: SeenRecords
  /** Folders that the report's paths may be relative to. */
  readonly sources: readonly string[]
}

export interface MentionLog {
  add(seen: SeenMention): void
  /** @param meant paths of the repository, likeliest first */
  choose(meant: readonly string[]): ChosenFile | null
  /** Every path that reports mention. */
  readonly paths: ReadonlySet<string>
}

export interface ChosenFile {
  readonly path: string
  readonly mentions: readonly SeenMention[]
}

/** Keeps what has the name of the asked file: who is meant is known only when all reports were read. */
export function createMentionLog({ file }: Question): MentionLog {
  const name = fileNameOf(file)
  const paths = new Set<string>()
  const byPath = new Map<string, SeenMention[]>()
  return {
    paths,
    add(seen) {
      paths.add(seen.path)
      if (fileNameOf(seen.path) !== name && fileNameOf(seen.file.path) !== name) return
      const known = byPath.get(seen.path)
      if (known === undefined) byPath.set(seen.path, [seen])
      else known.push(seen)
    },
    choose(meant) {
      const path = meant.find((candidate) => byPath.has(candidate)) ?? pathOfWritten(file, byPath)
      const mentions = path === null ? undefined : byPath.get(path)
      return path === null || mentions === undefined ? null : { path, mentions }
    },
  }
}

/** null: no report writes it like this, or reports mean several files by it. */
function pathOfWritten(asked: string, byPath: ReadonlyMap<string, readonly SeenMention[]>): string | null {
  const tidy = tidyPath(asked)
  const found = [...byPath].filter(([, mentions]) => mentions.some(({ file }) => tidyPath(file.path) === tidy))
  const [only] = found
  return only === undefined || found.length > 1 ? null : only[0]
}
