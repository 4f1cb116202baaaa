import { type ChildProcess, spawn } from 'node:child_process'
import { hasLiveMember } from './process-group.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const running = new Set<ChildProcess>()

/** Ends a process and everything that it started. Harmless when it has ended already. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    // Windows has no process groups that a signal could reach.
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () =>
      child.kill('SIGKILL'),
    )
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group is gone; the process itself may still be held by its parent.
    child.kill('SIGKILL')
  }
}

/** Whether a process or anything that it started still runs. Windows has no groups to ask for, so there it is no. */
export function isTreeAlive({ pid }: ChildProcess): boolean {
  return pid !== undefined && process.platform !== 'win32' && hasLiveMember(pid)
}

/**
 * Children lead groups of their own, so a Ctrl-C or a cancelled job no longer reaches them by itself: while any runs,
 * our own end is passed on.
 */
export function trackTree(child: ChildProcess): void {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, passOn)
  running.add(child)
}

export function untrackTree(child: ChildProcess): void {
  if (!running.delete(child) || running.size > 0) return
  for (const signal of SIGNALS) process.off(signal, passOn)
}

function passOn(signal: NodeJS.Signals): void {
  for (const child of running) {
    killTree(child)
    untrackTree(child)
  }
  // Without our listeners the signal has its usual effect on us.
  process.kill(process.pid, signal)
}
