import { parseUnifiedDiff } from '@testwarden/formats/diff/unified-diff'
import { runAction } from '@testwarden/platform/run-action'
import { coverageGate } from './index.js'

await runAction(coverageGate, parseUnifiedDiff)
