const assert = require('node:assert')
const { Queue } = require('../src/queue')
const { drain } = require('../src/worker')

describe('a worker', () => {
  it('runs every job', () => {
    assert.deepStrictEqual(drain(new Queue().push(() => {}).push(() => {})), { done: 2, failed: [] })
  })

  it('tries a failing job again', () => {
    let runs = 0
    const waits = []
    const shaky = () => {
      runs++
      if (runs < 3) throw new Error('not yet')
    }
    assert.strictEqual(drain(new Queue().push(shaky), { sleep: (ms) => waits.push(ms) }).done, 1)
    assert.deepStrictEqual(waits, [100, 200])
  })
})
