import { asSentence } from './sentence.js'

/** The user's to mend. The message says what is wrong, the remedy what to do. */
export class ConfigurationError extends Error {
  readonly remedy: string
  readonly path: string | null
  readonly line: number | null

  constructor(message: string, details: { readonly remedy: string; readonly path?: string; readonly line?: number }) {
    super(message)
    this.name = 'ConfigurationError'
    this.remedy = details.remedy
    this.path = details.path ?? null
    this.line = details.line ?? null
  }
}

/** A report that cannot be used. */
export class ReportError extends Error {
  readonly path: string
  /** 1-based; null when the whole file is meant. */
  readonly line: number | null
  readonly remedy: string

  constructor(
    message: string,
    details: { readonly path: string; readonly line: number | null; readonly remedy: string },
  ) {
    super(message)
    this.name = 'ReportError'
    this.path = details.path
    this.line = details.line
    this.remedy = details.remedy
  }
}

/** The world outside refused or failed: GitHub, git, the file system, a child process. */
export class PlatformError extends Error {
  readonly remedy: string | null
  readonly retryable: boolean
  /** The missing line under `permissions:`, such as `issues: write`, where that is the cause. */
  readonly permission: string | null

  constructor(
    message: string,
    details: {
      readonly cause?: unknown
      readonly remedy?: string
      readonly retryable?: boolean
      readonly permission?: string | null
    } = {},
  ) {
    super(message, { cause: details.cause })
    this.name = 'PlatformError'
    this.remedy = details.remedy ?? null
    this.retryable = details.retryable ?? false
    this.permission = details.permission ?? null
  }
}

/** An error as a value: what evidence and verdict files keep of it. */
export interface Problem {
  /** `bug`: a fault of Testwarden itself, which ends the step. */
  readonly kind: 'configuration' | 'report' | 'platform' | 'bug'
  readonly message: string
  readonly path: string | null
  readonly line: number | null
  readonly remedy: string | null
}

/** null: not one of ours, so a bug that must surface with its stack. */
export function toProblem(error: unknown): Problem | null {
  if (error instanceof ConfigurationError)
    return problemOf('configuration', { ...placeOf(error), message: error.message, remedy: error.remedy })
  if (error instanceof ReportError)
    return problemOf('report', { ...placeOf(error), message: error.message, remedy: error.remedy })
  if (error instanceof PlatformError)
    return problemOf('platform', { path: null, line: null, message: error.message, remedy: error.remedy })
  return null
}

/** What people are told of an error that is none of ours; its stack is for the log. */
export function toBugProblem(error: unknown): Problem {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return problemOf('bug', {
    path: null,
    line: null,
    message: `This is a fault of Testwarden, not yours: ${detail}`,
    remedy: 'report it with the stack that the log shows',
  })
}

function placeOf({ path, line }: { readonly path: string | null; readonly line: number | null }) {
  return { path, line }
}

function problemOf(kind: Problem['kind'], told: Omit<Problem, 'kind'>): Problem {
  const remedy = told.remedy === null ? null : asSentence(told.remedy)
  return { ...told, kind, message: asSentence(told.message), remedy }
}
