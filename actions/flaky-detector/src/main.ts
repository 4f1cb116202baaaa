import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runAction } from '@testwarden/platform/run-action'
import { flakyDetector } from './index.js'

await runAction(flakyDetector, readGitDiff)
