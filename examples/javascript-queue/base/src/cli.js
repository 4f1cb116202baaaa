'use strict'

const { drain } = require('./worker')
const { Queue } = require('./queue')

function main(names) {
  const queue = new Queue()
  for (const name of names) queue.push(() => console.log(`ran ${name}`))
  return drain(queue).failed.length === 0 ? 0 : 1
}

module.exports = { main }
