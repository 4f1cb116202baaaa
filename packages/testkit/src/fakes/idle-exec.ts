import type { Exec } from '@testwarden/core/ports/exec'

/** For tests in which nothing may be run. */
export const idleExec: Exec = {
  run: () => Promise.reject(new Error('nothing may be run')),
  runForFiles: () => Promise.reject(new Error('nothing may be run')),
}
