const assert = require('node:assert')
const { Queue } = require('../src/queue')

describe('a queue', () => {
  it('hands out urgent jobs first', () => {
    const queue = new Queue().push('later').push('now', 5).push('then')
    assert.deepStrictEqual([queue.take(), queue.take(), queue.take()], ['now', 'later', 'then'])
  })

  it('knows its size', () => {
    assert.strictEqual(new Queue().push('one').size, 1)
  })

  it('discards what nobody wants', () => {
    const queue = new Queue().push('keep').push('drop')
    assert.strictEqual(queue.discard((job) => job === 'drop'), 1)
    assert.strictEqual(queue.take(), 'keep')
  })
})
