'use strict'

/** Jobs in the order of their priority, then of their arrival. */
class Queue {
  #jobs = []
  #arrivals = 0

  push(run, priority = 0) {
    this.#jobs.push({ run, priority, arrival: this.#arrivals++ })
    this.#jobs.sort((a, b) => b.priority - a.priority || a.arrival - b.arrival)
    return this
  }

  take() {
    const job = this.#jobs.shift()
    return job ? job.run : null
  }

  get size() {
    return this.#jobs.length
  }
}

module.exports = { Queue }
