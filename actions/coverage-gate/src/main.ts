import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runAction } from '@testwarden/platform/run-action'
import { coverageGate } from './index.js'

await runAction(coverageGate, readGitDiff)
