import type { Segment } from '@testwarden/history/segment'

/**
 * A ref of the user's repository, reached by git or by GitHub's Git Data API. It knows commits and files and nothing of
 * records. Every method throws PlatformError; a ref that cannot be read never looks like one that is empty.
 */
export interface HistoryBranch {
  /** `refs/heads/testwarden-history` */
  readonly ref: string
  /** The newest commit; null when the server says that there is no such ref. */
  fetch(): Promise<string | null>
  /** Whether `older` is among the ancestors of `newer`; both were given by {@link fetch}. */
  isAncestor(older: string, newer: string): Promise<boolean>
  /** The marker and the files below one folder at the top, or all files. Ascending. */
  list(commit: string, folder: string | 'everything'): Promise<readonly TreeFile[]>
  /** Hands over the content of files, one after the other in their order, so that memory holds one at a time. */
  read(files: readonly TreeFile[], take: (segment: Segment) => void): Promise<void>
  /** Makes a commit that no ref points to yet. */
  commit(draft: CommitDraft): Promise<string>
  /**
   * Lets the ref point to `commit` if it still points to `expected` (null: if there is none), never backwards.
   * `moved-meanwhile`: somebody else was first.
   */
  publish(step: { readonly expected: string | null; readonly commit: string }): Promise<'published' | 'moved-meanwhile'>
}

export interface TreeFile {
  readonly path: string
  /** Id of the content. */
  readonly blob: string
  /** `other`: a link, a submodule; nothing that is followed. */
  readonly kind: 'file' | 'other'
  readonly bytes: number
}

export interface CommitDraft {
  /** null: an orphan, the first commit of the ref. */
  readonly parent: string | null
  readonly changes: readonly TreeChange[]
  readonly message: string
}

export type TreeChange =
  | { readonly kind: 'write'; readonly path: string; readonly content: Uint8Array }
  /** Another name for content that is there. */
  | { readonly kind: 'place'; readonly path: string; readonly blob: string }
  | { readonly kind: 'remove'; readonly path: string }
