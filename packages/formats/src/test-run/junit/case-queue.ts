import type { SeenCase } from '../test-run-builder.js'

/** Cases on their way to the builder. Where a later element may add to an earlier case, that one waits for it. */
export interface CaseQueue {
  /** @param at line of the report */
  add(seen: SeenCase, at: number): void
  /** The suite at hand printed this. */
  addOutput(piece: string): void
  /** Nothing more comes of the suite at hand. */
  flush(): void
}

export type CaseSink = (seen: SeenCase, at: number) => void
