import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import type { Finding, FindingLevel } from '@testwarden/core/model/finding'
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

const LOUDEST_FIRST: readonly FindingLevel[] = ['error', 'warning', 'notice']

/** Each finding once, as loud as its loudest copy: a line may be missing for the whole and for several components. */
export function loudest(findings: readonly Finding[]): readonly Finding[] {
  const byKey = new Map<string, Finding>()
  for (const finding of findings) {
    const known = byKey.get(finding.dedupKey)
    if (known === undefined || isLouder(finding, known)) byKey.set(finding.dedupKey, finding)
  }
  return [...byKey.values()]
}

function isLouder(left: Finding, right: Finding): boolean {
  return LOUDEST_FIRST.indexOf(left.level) < LOUDEST_FIRST.indexOf(right.level)
}
