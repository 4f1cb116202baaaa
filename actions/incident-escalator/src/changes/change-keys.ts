import type { Incident } from '../incident/incident.js'

type Keyed = Pick<Incident, 'dedupKey'>

export function openKey({ dedupKey }: Keyed): string {
  return `open-issue:${dedupKey}`
}

export function remarkKey({ dedupKey }: Keyed): string {
  return `remark:${dedupKey}`
}

export function updateKey({ dedupKey }: Keyed): string {
  return `update-issue:${dedupKey}`
}
