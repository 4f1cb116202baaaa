/**
 * What the page's own script reads: JSON in `<script>` elements that hold data. All numbers are formatted and all texts
 * are safe for a text node already, so that the script only puts things in place.
 */

/** The tree, in one element of its own. */
export interface BrowserData {
  readonly nodes: readonly TreeNode[]
  /** Whether any file has new lines that a test could run. */
  readonly hasChange: boolean
  /** Path of the file that a reader should see first. */
  readonly first: string
}

export interface TreeNode {
  /**
   * One segment of the path, or several where folders hold nothing but one folder. All names from the top make the path,
   * which is not repeated here.
   */
  readonly name: string
  readonly lines: Share
  /** null: nothing below has new lines. */
  readonly patch: Share | null
  /** Empty for a file. Folders first, then files, each by name. */
  readonly children: readonly TreeNode[]
  /** Number of the element that holds its {@link FileData}; null for a folder, and for a file that did not fit in. */
  readonly file: number | null
}

export interface Share {
  readonly covered: number
  readonly total: number
  /** `136/145` */
  readonly fraction: string
  /** `93.8 %` */
  readonly percent: string
}

/** One file, in one element of its own, which is read when the file is opened. */
export interface FileData {
  readonly path: string
  /** `Lines: 136 of 145 (93.8 %)` */
  readonly facts: readonly string[]
  /** First and last line of each range, one after the other. */
  readonly covered: readonly number[]
  readonly missed: readonly number[]
  readonly partial: readonly number[]
  readonly changed: readonly number[]
  /** What a line has to say, such as the branches that were never taken. Ascending by line. */
  readonly notes: readonly (readonly [line: number, text: string])[]
  /** null: the text is not in this page, and {@link remarks} say why. */
  readonly source: string | null
  readonly remarks: readonly string[]
}
