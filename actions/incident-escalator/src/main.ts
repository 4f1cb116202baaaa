import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runAction } from '@testwarden/platform/run-action'
import { incidentEscalator } from './index.js'

await runAction(incidentEscalator, readGitDiff)
