import { expect, test } from '@jest/globals'
import { git } from '@testwarden/testkit/git-remote/git'
import { sampleRecord } from '@testwarden/testkit/history-store-conformance'
import { tempFolder } from '../support/temp-folder.js'
import { makeGitHistory, REF } from './support/git-history.js'

test('records that are appended together are one commit, however many are there already', async () => {
  const history = makeGitHistory(tempFolder())
  await history.open().append(sampleRecord({ run: '1' }))
  await history.open().appendAll(['1', '2', '3', '4'].map((run) => sampleRecord({ run })))
  expect(git(history.remote.folder, ['rev-list', '--count', REF])).toBe('2')
  const { records } = await history.open().read({ action: 'coverage-gate' })
  expect(records.map(({ key }) => key.run).sort()).toEqual(['1', '2', '3', '4'])
})

test('of jobs that append several records each at once, none is lost', async () => {
  const history = makeGitHistory(tempFolder())
  const jobs = ['a', 'b', 'c'].map((job) => ['1', '2'].map((run) => sampleRecord({ run: `${job}${run}` })))
  await Promise.all(jobs.map((records) => history.open().appendAll(records)))
  const { records } = await history.open().read({ action: 'coverage-gate' })
  expect(records).toHaveLength(6)
})
