import type { FoundFile } from '@testwarden/core/ports/files'
import type { FileGroup, Format } from '@testwarden/formats/format'

/** What is read as one report: a file, or several that a format makes one of. */
export interface FoundReport<Model> extends FoundFile {
  /** In the order in which they are read. */
  readonly files: readonly [FoundFile, ...FoundFile[]]
  /** What belongs to these and is no report of its own. */
  readonly others: readonly FoundFile[]
  /** The format that wants several files; null for one that is read by itself. */
  readonly groupedBy: Format<Model> | null
}

/** Files by themselves. */
export function foundApart<Model>(files: readonly FoundFile[]): readonly FoundReport<Model>[] {
  return files.map((file) => ({ ...file, files: [file], others: [], groupedBy: null }))
}

/** What formats group is one report, in the place of its first file; a file belongs to one group at most. */
export function foundTogether<Model>(
  files: readonly FoundFile[],
  formats: readonly Format<Model>[],
): readonly FoundReport<Model>[] {
  const free = new Map(files.map((file) => [file.path, file]))
  const groups: FoundReport<Model>[] = []
  for (const format of formats)
    for (const group of format.group?.([...free.keys()]) ?? []) {
      const report = takeGroup(group, format, free)
      if (report !== null) groups.push(report)
    }
  if (groups.length === 0) return foundApart(files)
  const places = new Map(files.map(({ path }, place) => [path, place]))
  const placeOf = (report: FoundReport<Model>): number => places.get(report.files[0].path) ?? 0
  return [...groups, ...foundApart<Model>([...free.values()])].sort((left, right) => placeOf(left) - placeOf(right))
}

function takeGroup<Model>(
  { path, files, others }: FileGroup,
  format: Format<Model>,
  free: Map<string, FoundFile>,
): FoundReport<Model> | null {
  const take = (paths: readonly string[]): readonly FoundFile[] =>
    paths.flatMap((wanted) => {
      const file = free.get(wanted)
      free.delete(wanted)
      return file ?? []
    })
  const [first, ...rest] = take(files)
  const left = take(others)
  if (first === undefined) return null
  const bytes = rest.reduce((sum, file) => sum + file.bytes, first.bytes)
  return { path, bytes, how: 'met', files: [first, ...rest], others: left, groupedBy: format }
}
