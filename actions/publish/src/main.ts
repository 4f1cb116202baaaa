import { readGitDiff } from '@testwarden/formats/diff/read-unified-diff'
import { runPublish } from '@testwarden/platform/publish/run-publish'
import { GATES } from './gates.js'

await runPublish(GATES, readGitDiff)
