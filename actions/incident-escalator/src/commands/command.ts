/** What somebody asks of an incident, in a comment on its issue. */
export type IncidentCommand =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'escalate' }
  /** Nobody is told anything new for a while. */
  | { readonly kind: 'silence'; readonly durationMs: number; readonly reason: string }

/** A comment as the timeline has it. */
export interface SeenComment {
  readonly id: number
  /** Login. */
  readonly author: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly body: string
}

/** A line that looks like a command, and why it is none: its author is told. */
export interface RefusedCommand {
  readonly line: string
  /** Reads on after "is not understood: ". */
  readonly reason: string
}

export interface ReadCommands {
  readonly commands: readonly IncidentCommand[]
  readonly refused: readonly RefusedCommand[]
}
