import { describeSegmentStore } from '@testwarden/testkit/history-store-conformance'
import { tempFolder } from '../support/temp-folder.js'
import { makeGitHistory } from './support/git-history.js'

describeSegmentStore('a git store', async () => makeGitHistory(tempFolder()))
