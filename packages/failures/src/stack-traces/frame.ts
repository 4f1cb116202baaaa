/** One step of a call stack that names a file. */
export interface Frame {
  /** As written, URL schemes of files and bundlers taken off: absolute, relative, or a bare file name. */
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number | null
  /** As the language prints it, without arguments. */
  readonly function: string | null
  /** The line of source, without indentation, where the trace shows it. */
  readonly source: string | null
}

/** How one language prints its stack traces. */
export interface StackTraceLanguage {
  readonly id: string
  readonly displayName: string
  /** A text that holds none of these has no frame of the language: a cheap look before the reading. */
  readonly marks: readonly string[]
  /**
   * Frames that name a file and a line, innermost first, whatever order the language prints. Of several exceptions, the
   * cause comes before what wraps it, since it is where the trouble began. What was merely handled while another error
   * arose comes after that error, which is the one that the report tells of.
   * @param lines as {@link traceLines} gives them
   */
  readFrames(lines: readonly string[]): readonly Frame[]
}

/** What each reader finds out about a frame; the rest is not known. */
export function frameAt(
  path: string,
  line: string,
  known: {
    readonly column?: string | undefined
    readonly function?: string | null
    readonly source?: string | null
  } = {},
): Frame {
  return {
    path,
    line: Number(line),
    column: known.column === undefined ? null : Number(known.column),
    function: known.function ?? null,
    source: known.source ?? null,
  }
}
