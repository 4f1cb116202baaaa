import type { Setting } from '@testwarden/core/config/field'
import type { TargetSettings } from '@testwarden/core/model/target'

/** Whom the config can tell, as levels and incidents name them. */
export function targetNames({ targets }: { readonly targets: Setting<readonly TargetSettings[]> }): readonly string[] {
  return targets.value.map(({ name }) => name)
}
