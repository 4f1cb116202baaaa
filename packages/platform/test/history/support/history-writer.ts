import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { openStore } from '../../../src/history/open-store.js'

// A job of its own: a workspace, records as JSON. Its environment says which git it has.
const [workspace = '', records = '[]'] = process.argv.slice(2)

const store = openStore('git:', { workspace, env: process.env, token: null })
for (const record of JSON.parse(records) as HistoryRecord[]) process.stdout.write(`${await store.append(record)}\n`)
