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

  /** Forgets jobs that nobody wants any more; says how many. */
  discard(isUnwanted) {
    const kept = this.#jobs.filter((job) => !isUnwanted(job.run))
    const dropped = this.#jobs.length - kept.length
    if (dropped > 0) {
      this.#jobs = kept
    }
    return dropped
  }

  peek() {
    return this.#jobs.length > 0 ? this.#jobs[0].run : null
  }

  get size() {
    return this.#jobs.length
  }
}

module.exports = { Queue }
