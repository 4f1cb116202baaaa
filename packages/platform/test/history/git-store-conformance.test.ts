import { describeSegmentStore } from '@testwarden/testkit/history-store-conformance'
import { makeGitHistory } from './support/git-history.js'

describeSegmentStore('a git store', async () => makeGitHistory())
