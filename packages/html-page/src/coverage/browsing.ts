import type { CoverageView, CoverageViewFile } from '@testwarden/core/model/coverage-view'
import type { Redact } from '@testwarden/core/render/redact'

/** Coverage with the sources that it is about, as far as they could be had. */
export interface CoverageBrowsing {
  readonly view: CoverageView
  /** By the path in the view. A file that is missing here was not looked for. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** The page may leave the machine, so every text of it passes this. */
  readonly redact: Redact
}

export type SourceText =
  | { readonly kind: 'text'; readonly text: string }
  /** A clause that follows "The source is not shown: ". */
  | { readonly kind: 'left-out'; readonly reason: string }

/** Longer sources are left out: nobody reads them line by line. */
export const SOURCE_BYTES_MAX = 512 * 1024

/** All sources of a page together. */
export const SOURCES_BYTES_MAX = 8 * 1024 * 1024

/** The files that a reader needs most come first: new lines that no test runs, then new lines, then untested lines. */
export function inOrderOfNeed(files: readonly CoverageViewFile[]): readonly CoverageViewFile[] {
  return [...files].sort(
    (left, right) =>
      missedOf(right.change?.count) - missedOf(left.change?.count) ||
      Number(right.change !== null) - Number(left.change !== null) ||
      missedOf(right.totals.lines) - missedOf(left.totals.lines) ||
      (left.path < right.path ? -1 : 1),
  )
}

function missedOf(count: CoverageViewFile['totals']['lines'] | undefined): number {
  return count === undefined ? 0 : count.total - count.covered
}
