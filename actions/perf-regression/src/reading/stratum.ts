import type { Machine } from '@testwarden/core/model/evidence'

/** Values of different processors are never mixed: hosted runners have several, which differ by a quarter. */
export function stratumOf({ cpu, cores }: Pick<Machine, 'cpu' | 'cores'>): string {
  const name = cpu.replace(/\s+/g, ' ').trim()
  const known = name === '' ? 'unknown processor' : name
  return cores === 0 ? known : `${known}, ${cores === 1 ? '1 core' : `${cores} cores`}`
}
