/** Reading and writing under one root: the workspace of a job, the working directory of a developer. */
export interface Files {
  /**
   * What a pattern stands for: one file, all files below a folder, or the matches of a glob.
   * Ascending by path. `.git`, `node_modules` and links that leave the root are not walked into.
   * @param passBy is told of each folder on the way that cannot be listed; what lies in it is not in the answer. Without
   * it such a folder is an error, as is the one that the search begins in.
   * @throws PlatformError when the pattern names something outside the root.
   */
  find(pattern: string, passBy?: PassBy): Promise<readonly FoundFile[]>
  /**
   * The bytes as they come from disk, those of a gzip file unpacked on the way.
   * @throws PlatformError when the file cannot be read or unpacked, or stands for far more bytes than any report has
   */
  read(path: string): AsyncIterable<Uint8Array>
  /** The first `limit` bytes. @throws PlatformError */
  readHead(path: string, limit: number): Promise<Uint8Array>
  /** null when there is no such file. @throws PlatformError when it is longer than `maxBytes` or cannot be read. */
  readText(path: string, maxBytes: number): Promise<string | null>
  /** Creates missing folders. @throws PlatformError */
  write(path: string, content: string | Uint8Array): Promise<void>
}

export type PassBy = (folder: UnreadableFolder) => void

/** A folder that a search passed by, because it cannot be listed. */
export interface UnreadableFolder {
  /** As the files in it would have been told. */
  readonly path: string
  /** What the system says. */
  readonly reason: string
}

export interface FoundFile {
  /** Relative to the root, with `/`; as given where the user named it. */
  readonly path: string
  readonly bytes: number
  /** `named`: the user wrote this very path, so that it must be readable; `met`: a folder or a glob led to it. */
  readonly how: 'named' | 'met'
}
