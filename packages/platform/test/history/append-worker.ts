import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { createDirStore } from '../../src/history/dir-store.js'

// A process of its own that appends records to a folder: directory, records as JSON, how it ends.
const [directory = '', records = '[]', ending = 'done'] = process.argv.slice(2)

if (ending === 'killed-before-link') {
  fs.link = async () => {
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => setInterval(() => undefined, 1000))
  }
  syncBuiltinESMExports()
}

const store = createDirStore({ directory, name: 'dir:history' })
for (const record of JSON.parse(records) as HistoryRecord[]) process.stdout.write(`${await store.append(record)}\n`)
