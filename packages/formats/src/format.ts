import type { ParseResult } from '@testwarden/core/model/result'
import type { Witness } from './witness.js'

/** The first bytes of a file that {@link Format.detect} may look at. */
export const HEAD_BYTES = 64 * 1024

/** What a report is about. */
export type ReportKind = 'coverage' | 'test-run' | 'benchmark'

/**
 * One report format. Detection is exclusive: for every file at most one format of all registries says yes, save for a
 * {@link Sideline}. Formats never open files: intake pumps the bytes.
 */
export interface Format<Model> {
  /** Stable, kebab-case: the word of `--format` and of `inspect`. */
  readonly id: string
  readonly kind: ReportKind
  readonly displayName: string
  /** Where the format is specified. */
  readonly url: string
  /** Absent: files of this format hold one kind alone. */
  readonly sideline?: Sideline<Model>
  /** @param head the first {@link HEAD_BYTES} of the file, or all of a shorter one */
  detect(head: Uint8Array): boolean
  /**
   * Which files make one report together; absent: each is a report of its own. Judged by paths alone, so a group counts
   * only where `detect` knows its first file.
   * @param paths what was found, with `/`
   * @returns groups that share no file; whatever is in none is read by itself
   */
  group?(paths: readonly string[]): readonly FileGroup[]
  /** Fetches the code that reads it: a run loads only what it meets. */
  load(): Promise<OpenReader<Model>>
}

/** Several files that are one report. */
export interface FileGroup {
  /** What the report is called: the folder that they are in. */
  readonly path: string
  /** What is read, in this order; never empty. */
  readonly files: readonly string[]
  /** What belongs to them and is no report of its own, such as the files of an earlier run. */
  readonly others: readonly string[]
}

/**
 * Of a format whose files are first of all reports of another kind, and may hold this kind too: tests that measure
 * something. Both formats know such a file, and both read it where both kinds are asked for.
 */
export interface Sideline<Model> {
  /** Id of the format whose reports they are. */
  readonly of: string
  /** Whether a file has nothing of this kind in it, as most have: then it is none of this kind's reports. */
  isNothing(model: Model): boolean
}

/** Begins to read one file. */
export type OpenReader<Model> = (options: ReaderOptions) => Reader<Model>

export interface ReaderOptions {
  /** For messages. */
  readonly path: string
  /** Is told where in the file the numbers stand. */
  readonly witness?: Witness | undefined
}

/** A state machine: bytes in any portions, then one result. Memory does not grow with the report, only with its model. */
export interface Reader<Model> {
  /**
   * The bytes behind this call are those of another file of a {@link FileGroup}, the first one too. Never called for a
   * file that is read by itself. Readers of formats that group have it.
   */
  begin?(path: string): void
  write(chunk: Uint8Array): void
  end(): ParseResult<Model>
}
