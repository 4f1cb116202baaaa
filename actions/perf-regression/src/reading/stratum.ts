import type { Machine } from '@testwarden/core/model/evidence'

/** Values of different processors are never mixed: hosted runners have several, which differ by a quarter. */
export function stratumOf({ cpu, cores }: Pick<Machine, 'cpu' | 'cores'>): string {
  return `${cpu.replace(/\s+/g, ' ').trim()}, ${cores === 1 ? '1 core' : `${cores} cores`}`
}
