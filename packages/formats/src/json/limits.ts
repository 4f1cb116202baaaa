/** How far a file may go before it is refused. All lengths are in characters, and none is needed by a real report. */
export interface JsonLimits {
  readonly maxDepth: number
  /** A key, or a text that a visitor asks for. What is skipped may be longer: nothing of it is held. */
  readonly maxTextLength: number
  readonly maxNumberLength: number
}

export const JSON_LIMITS: JsonLimits = {
  maxDepth: 512,
  maxTextLength: 1024 * 1024,
  maxNumberLength: 1024,
}
