import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runAction } from '@testwarden/platform/run-action'
import { perfRegression } from './index.js'

await runAction(perfRegression, readGitDiff)
