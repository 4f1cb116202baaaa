import type { CategoryRule } from '../category.js'

export const diskFull: CategoryRule = {
  id: 'disk-full',
  title: 'Disk full',
  priority: 'high',
  minutes: 20,
  origin: 'surroundings',
  advice:
    'Free space before the tests (build caches, images, artifacts of earlier steps), or move temporary files to a larger disk.',
  patterns: [
    'no space left on device',
    'ENOSPC',
    'There is not enough space on the disk',
    'disk quota exceeded',
    'EDQUOT',
    'database or disk is full',
    'Disk full',
  ],
  examples: [
    "OSError: [Errno 28] No space left on device: '/tmp/report.xml'",
    'Error: ENOSPC: no space left on device, write',
    'sqlite3.OperationalError: database or disk is full',
    'System.IO.IOException: There is not enough space on the disk.',
  ],
  counterexamples: ['AssertionError: expected disk usage to be full', 'no space left in the hall'],
}
