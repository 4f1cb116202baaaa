import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { createGitHub } from '../../../src/github/client.js'
import { runIncident } from './incident-run.js'

// A job of its own: the address of GitHub and a token. It prints its receipts.
const [apiUrl = '', token = ''] = process.argv.slice(2)

const github = createGitHub({ token, repository: 'octo/example', apiUrl })
const { receipts } = await runIncident(github, { env: {}, files: new MemoryFiles({}), log: new CapturingLog() })
process.stdout.write(JSON.stringify([...receipts.values()]))
