'use strict'

const { waitBefore } = require('./backoff')

/** Runs all jobs; a job that throws is tried again, then given up. */
function drain(queue, { attempts = 3, sleep = () => {} } = {}) {
  const outcome = { done: 0, failed: [] }
  for (let run = queue.take(); run !== null; run = queue.take()) {
    const error = tryJob(run, attempts, sleep)
    if (error === null) outcome.done++
    else outcome.failed.push(error)
  }
  return outcome
}

function tryJob(run, attempts, sleep) {
  let last = null
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      run()
      return null
    } catch (error) {
      last = error
      sleep(waitBefore(attempt + 1))
    }
  }
  return last
}

module.exports = { drain }
