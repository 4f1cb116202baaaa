import type { GitHubRequest } from './github-request.js'

/** Something that must be measured or read before a decision is possible. Fulfilled by the pipeline, never by an action. */
export type Request = RunCommand | RunKernel | ReadWorkspaceFile | ReadEnvironment | ListIssues | GitHubRequest

/** Runs without a shell; output is captured, never printed as it came. */
export interface RunCommand {
  readonly kind: 'run-command'
  readonly id: string
  readonly command: string
  readonly args: readonly string[]
  /** Beyond what the job has. */
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Absent: it runs in the workspace. */
  readonly tree?: CommandTree
  /** What is measured beside the time that it takes. Absent: nothing. */
  readonly measure?: 'cpu-time'
  /** What it reports and the action wants to read. Absent: nothing, and what it prints is the observation. */
  readonly report?: CommandReport
}

/**
 * A clone of our own, made once for all commands of a step: what a command leaves in it the next one finds. It has the
 * files of the repository, in the folder of it that the workspace is, and neither submodules nor files of Git LFS.
 */
export interface CommandTree {
  /** A commit, which is fetched when it is missing. null: the working tree as it is now, without what git ignores. */
  readonly sha: string | null
}

/**
 * Where a command writes reports: into a fresh folder that is gone afterwards, for which {@link REPORT_FOLDER} stands in
 * its arguments and environment, or where its tool always does.
 */
export interface CommandReport {
  /** File, folder or glob of the workspace; what the command did not change is not read. null: only the fresh folder. */
  readonly written: string | null
  /** Name of the file in the fresh folder that its standard output becomes; null: it is shown in the log. */
  readonly outputAs: string | null
}

/** The path of the fresh folder. No argument can hold this character, so nothing else can be taken for it. */
export const REPORT_FOLDER = '\0'

/**
 * A short piece of work that never changes, in a process of its own: what it takes tells a machine that changed from code
 * that did.
 */
export interface RunKernel {
  readonly kind: 'run-kernel'
  readonly id: string
}

export interface ReadWorkspaceFile {
  readonly kind: 'read-file'
  readonly id: string
  /** Relative to the workspace. */
  readonly path: string
  readonly maxBytes: number
}

/**
 * Variables of the job by name, for whoever looks into a failure: never all of them, as some are secrets. A name that looks
 * like one (`TOKEN`, `SECRET`, `PASSWORD`, `PASSWD`, `CREDENTIAL`, `PRIVATE`, or `KEY` at its end) is left out, whoever
 * asks for it; long values are clipped.
 */
export interface ReadEnvironment {
  readonly kind: 'read-environment'
  readonly id: string
  readonly names: readonly string[]
}

/** The issues that an action keeps, open and closed: to change them, and to open none that is there already. */
export interface ListIssues {
  readonly kind: 'list-issues'
  readonly id: string
  /** Id of the action whose marker they bear. */
  readonly action: string
  /** One that all of them bear; null: issues of any label are looked at. */
  readonly label: string | null
  /**
   * How its keys begin, such as `inc-`: an issue of ours whose marker somebody damaged is known by the keys that stand in
   * its text, where {@link label} is given. Small letters and a hyphen; 32 hexadecimal digits follow. Absent: such an issue
   * is nobody's any more.
   */
  readonly keyPrefix?: string
  /** What stands below the marker is wanted as well, as parts of it are kept when the rest is written anew. Absent: no. */
  readonly withText?: true
  /** Nobody writes them, so a token that may read them is enough, and its lack is told so. Absent: they are written. */
  readonly isOnlyRead?: true
}
