import type { Evidence, ObservedResult } from '@testwarden/core/model/evidence'

type Observed = Pick<Evidence<unknown>, 'observations'>
type OfKind<Kind extends ObservedResult['kind']> = Extract<ObservedResult, { readonly kind: Kind }>

/** What came of a request; null: it was not asked, or came to nothing. See {@link failureOf}. */
export function observed<Kind extends ObservedResult['kind']>(
  { observations }: Observed,
  id: string,
  kind: Kind,
): OfKind<Kind> | null {
  const result = observations.find(({ requestId }) => requestId === id)?.result
  return result?.kind === kind ? (result as OfKind<Kind>) : null
}

/** Why nothing came of it; null: nobody asked, or something did. */
export function failureOf({ observations }: Observed, id: string): string | null {
  const result = observations.find(({ requestId }) => requestId === id)?.result
  return result?.kind === 'failed' ? result.message : null
}
