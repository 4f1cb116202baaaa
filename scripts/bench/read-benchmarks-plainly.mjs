// Reads a report of benchmarks as a short script would: JSON.parse, or a regular expression for each line. Checks nothing.
// Usage: node scripts/bench/read-benchmarks-plainly.mjs <file>
import { readFileSync } from 'node:fs'

const RESULT = /^(Benchmark\S+)\s+\d+\s+(.*)$/
const VALUE = /(\S+) (\S+)/g

const [file] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const metrics = file.endsWith('.json') ? ofPytest(JSON.parse(text)) : ofGo(text)
const samples = [...metrics.values()].reduce((sum, values) => sum + values.length, 0)
console.log(JSON.stringify({ metrics: metrics.size, samples }))

function ofPytest({ benchmarks }) {
  return new Map(benchmarks.map(({ fullname, stats }) => [fullname, stats.data.map((seconds) => seconds * 1e9)]))
}

function ofGo(output) {
  const metrics = new Map()
  for (const line of output.split('\n')) {
    const [, name, rest] = RESULT.exec(line) ?? []
    if (name === undefined) continue
    for (const [, value, unit] of rest.matchAll(VALUE)) {
      const key = `${name} ${unit}`
      const known = metrics.get(key)
      if (known === undefined) metrics.set(key, [Number(value)])
      else known.push(Number(value))
    }
  }
  return metrics
}
