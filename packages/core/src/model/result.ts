import type { ReportError } from './errors.js'

/** Something odd that did not stop the reader, for people. */
export interface ReadWarning {
  readonly message: string
  /** 1-based; null when the oddity has no single place. */
  readonly line: number | null
}

/** What a reader made of one report. `partial`: the file ends early, and the model holds what came before. */
export type ParseResult<Model> =
  | {
      readonly ok: true
      readonly model: Model
      readonly partial: boolean
      readonly warnings: readonly ReadWarning[]
    }
  | { readonly ok: false; readonly error: ReportError }
