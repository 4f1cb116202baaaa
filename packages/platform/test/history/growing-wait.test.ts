import { expect, test } from '@jest/globals'
import { PlatformError } from '@testwarden/core/model/errors'
import { keepTrying, type Patience } from '../../src/history/growing-wait.js'

/** A clock that only tries and waits move; by chance every wait is as long as it can be. */
function fakePatience(totalMs = 120_000) {
  let nowMs = 0
  const waits: number[] = []
  const patience: Patience = {
    totalMs,
    nowMs: () => nowMs,
    random: () => 1,
    async sleep(ms) {
      waits.push(ms)
      nowMs += ms
    },
  }
  return { patience, waits, pass: (ms: number) => (nowMs += ms) }
}

test('each lost race doubles the spread of the waits, beginning with the length of a try', async () => {
  const { patience, waits, pass } = fakePatience()
  const attempt = async (tries: number) => {
    pass(1000)
    return tries < 7 ? 'again' : { value: tries }
  }
  expect(await keepTrying(patience, { what: 'write', attempt })).toBe(7)
  expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('a quick try waits a little all the same', async () => {
  const { patience, waits } = fakePatience()
  const attempt = async (tries: number) => (tries === 1 ? 'again' : { value: 'done' })
  await keepTrying(patience, { what: 'write', attempt })
  expect(waits).toEqual([150])
})

test('a failure that may pass is tried again, and another one is not', async () => {
  const { patience, waits } = fakePatience()
  const failure = (retryable: boolean) => new PlatformError('no', { retryable })
  const passing = async (tries: number) => {
    if (tries < 3) throw failure(true)
    return { value: 'done' }
  }
  expect(await keepTrying(patience, { what: 'write', attempt: passing })).toBe('done')
  expect(waits).toHaveLength(2)
  const lasting = keepTrying(patience, { what: 'write', attempt: () => Promise.reject(failure(false)) })
  await expect(lasting).rejects.toThrow('no')
  expect(waits).toHaveLength(2)
})

test('the end of patience says how often others were faster, and what to do', async () => {
  const { patience, waits, pass } = fakePatience(20_000)
  const attempt = async (): Promise<'again'> => {
    pass(1000)
    return 'again'
  }
  const tried = keepTrying(patience, { what: 'append to the history', attempt })
  await expect(tried).rejects.toThrow('cannot append to the history: other jobs were faster 5 times within 20 s')
  expect(waits).toEqual([1000, 2000, 4000, 8000])
})
