import type { Severity } from '@testwarden/core/model/severity'

/** A turn in the life of an incident: what its timeline and its comments tell. `by`: a login. */
export type Transition =
  | { readonly kind: 'opened'; readonly at: string; readonly severity: Severity }
  | { readonly kind: 'worsened'; readonly at: string; readonly from: Severity; readonly to: Severity }
  | { readonly kind: 'acknowledged'; readonly at: string; readonly by: string }
  /** Nobody has closed it since: it goes on as if nobody had seen it. */
  | { readonly kind: 'acknowledgement-expired'; readonly at: string; readonly by: string }
  /** Whoever acknowledged it took that back. */
  | { readonly kind: 'given-back'; readonly at: string; readonly by: string }
  | {
      readonly kind: 'silenced'
      readonly at: string
      readonly by: string
      readonly until: string
      readonly reason: string
    }
  /** Somebody wants the next level to be told at once. */
  | { readonly kind: 'pushed-on'; readonly at: string; readonly by: string }
  /** `by: null`: by green runs. */
  | { readonly kind: 'resolved'; readonly at: string; readonly by: string | null }
  /** `by: null`: by bad runs. */
  | { readonly kind: 'reopened'; readonly at: string; readonly by: string | null }
