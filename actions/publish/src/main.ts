import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runPublish } from '@testwarden/platform/publish/run-publish'
import { GATES } from '@testwarden/suite/gates'

await runPublish(GATES, readGitDiff)
