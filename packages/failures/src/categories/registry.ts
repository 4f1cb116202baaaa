import type { CategoryRule } from './category.js'
import { assertion } from './rules/assertion.js'
import { asynchrony } from './rules/async.js'
import { database } from './rules/database.js'
import { diskFull } from './rules/disk-full.js'
import { importing } from './rules/import.js'
import { mock } from './rules/mock.js'
import { network } from './rules/network.js'
import { outOfMemory } from './rules/out-of-memory.js'
import { permission } from './rules/permission.js'
import { portInUse } from './rules/port-in-use.js'
import { snapshot } from './rules/snapshot.js'
import { timeout } from './rules/timeout.js'

/**
 * In the order in which they are asked: what starves a whole machine before what it makes fail, a database before the
 * network that it is reached by, and assertions last.
 */
export const CATEGORY_RULES: readonly CategoryRule[] = [
  outOfMemory,
  diskFull,
  portInUse,
  permission,
  database,
  asynchrony,
  mock,
  importing,
  snapshot,
  network,
  timeout,
  assertion,
]
