import { readdirSync, readFileSync } from 'node:fs'

/** Whether a group of processes has a member that runs. One that has ended and that nobody has asked for does not. */
export function hasLiveMember(group: number): boolean {
  if (!exists(group)) return false
  // Where the first process of a container takes no care of orphans, they stay in their group for ever, though ended.
  return process.platform !== 'linux' || processIds().some((pid) => isLiveMember(pid, group))
}

function exists(group: number): boolean {
  try {
    process.kill(-group, 0)
    return true
  } catch (error) {
    // One that we may not end is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function processIds(): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
}

/** `<pid> (<name>) <state> <parent> <group> …`, where the name may hold anything: proc(5). */
function isLiveMember(pid: string, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(itsGroup) === group && state !== 'Z' && state !== 'X'
  } catch {
    // It ended while we looked.
    return false
  }
}
