import { setTimeout as sleep } from 'node:timers/promises'
import type { Child } from './child.js'

/** For what still writes when its parent has ended, such as `tee` behind a process substitution. */
const WRITING_MS = 2_000
/** For what notices the end of its parent a moment later. */
const ENDING_MS = 200

/**
 * Waits for the end of a process, then ends what it left running in its group: it would take time from whatever is
 * measured next.
 * @returns whether there was any
 */
export async function endLeftovers(child: Child): Promise<boolean> {
  await child.exited
  await Promise.race([child.ended, sleep(WRITING_MS, undefined, { ref: false })])
  if (!child.isAlive()) return false
  await sleep(ENDING_MS)
  if (!child.isAlive()) return false
  child.kill()
  return true
}
