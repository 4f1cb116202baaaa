import type { Clock } from './clock.js'
import type { Exec } from './exec.js'
import type { Files } from './files.js'
import type { Git } from './git.js'
import type { GitHub } from './github.js'
import type { HistoryStore } from './history-store.js'
import type { Log } from './log.js'

/** Everything outside the process. Actions get it in `collect` and nowhere else. */
export interface Ports {
  readonly files: Files
  readonly git: Git
  readonly exec: Exec
  readonly clock: Clock
  readonly log: Log
  /** null without a token or a repository. */
  readonly github: GitHub | null
  /** null when no history is configured. */
  readonly history: HistoryStore | null
}
