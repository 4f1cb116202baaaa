/** What one run of the kernel took. */
export interface KernelTimes {
  readonly wallNs: number
  readonly cpuNs: number
}

/**
 * A piece of work that is the same in every run and on every machine: integers, steps through memory that no near cache
 * holds, strings and a map. It is done five times after one that warms up, some 15 ms each on a machine of a runner, and
 * the one in the middle counts.
 *
 * Runs in a process of its own from its own text, so nothing outside of it can be used here.
 */
export function referenceKernel(): void {
  const CELLS = 1 << 20
  const seed = { at: 1 }
  const next = (below: number): number => {
    seed.at = (Math.imul(seed.at, 1664525) + 1013904223) >>> 0
    return Math.floor((seed.at / 4294967296) * below)
  }
  // One circle through all cells, by Sattolo's algorithm.
  const circle = new Int32Array(CELLS)
  for (let index = 0; index < CELLS; index++) circle[index] = index
  for (let index = CELLS - 1; index > 0; index--) {
    const other = next(index)
    const held = circle[index] as number
    circle[index] = circle[other] as number
    circle[other] = held
  }
  const arithmetic = (): number => {
    let value = 1
    for (let step = 0; step < 600_000; step++) value = Math.imul(value ^ (value >>> 13), 0x5bd1e995) + step
    return value
  }
  const chase = (): number => {
    let cell = 0
    for (let step = 0; step < 30_000; step++) cell = circle[cell] as number
    return cell
  }
  const words = (): number => {
    const counts = new Map<string, number>()
    for (let step = 0; step < 8_000; step++) {
      const word = `word ${step % 2_000}`
      counts.set(word, (counts.get(word) ?? 0) + word.length)
    }
    return counts.size
  }
  let checksum = 0
  const times: { wallNs: number; cpuNs: number }[] = []
  for (let pass = 0; pass < 6; pass++) {
    const [cpu, wall] = [process.cpuUsage(), process.hrtime.bigint()]
    checksum = (checksum + arithmetic() + chase() + words()) | 0
    const wallNs = Number(process.hrtime.bigint() - wall)
    const used = process.cpuUsage(cpu)
    if (pass > 0) times.push({ wallNs, cpuNs: (used.user + used.system) * 1000 })
  }
  times.sort((left, right) => left.wallNs - right.wallNs)
  process.stdout.write(JSON.stringify({ ...times[2], checksum }))
}
