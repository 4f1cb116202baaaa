import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import type { FindingLevel } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'

/** How loud the findings behind a reason are. A gate that only advises never shows an error. */
export function levelOf(reason: Reason | undefined, { shared }: Pick<GateConfig<Section>, 'shared'>): FindingLevel {
  if (reason?.outcome === 'fail') return shared.mode.value === 'enforce' ? 'error' : 'warning'
  return reason?.outcome === 'warn' && reason.actual !== null ? 'warning' : 'notice'
}

/** `line 7` or `lines 7-9` */
export function linesText({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? `line ${first}` : `lines ${first}-${last}`
}
