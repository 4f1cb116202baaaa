import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runSuite } from '@testwarden/platform/run-action'
import { allGates } from '@testwarden/platform/suite'
import { GATES } from '@testwarden/suite/gates'

await runSuite(allGates(GATES), readGitDiff)
