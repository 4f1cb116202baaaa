// The program of bench.c, where there is no compiler: node bench.mjs <report> <filter>
import { readFileSync, writeFileSync } from 'node:fs'

const ROUNDS = 20
const [report, filter] = process.argv.slice(2)
const units = Number(readFileSync('work.txt', 'utf8'))
const isAll = !filter.includes('Benchmark')
const lines = ['goos: any', 'pkg: simulation']
let sink = 0
if (isAll || filter.includes('BenchmarkSame')) measure('Same', 300)
if (isAll || filter.includes('BenchmarkWork')) measure('Work', units)
writeFileSync(report, [...lines, sink === 1 ? '' : 'PASS', ''].join('\n'))

function measure(name, amount) {
  work(amount)
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint()
    work(amount)
    lines.push(`Benchmark${name} \t1\t${process.hrtime.bigint() - start} ns/op`)
  }
}

function work(amount) {
  let value = 88172645
  for (let step = 0; step < amount * 1000; step++) {
    value ^= value << 13
    value ^= value >>> 17
    value ^= value << 5
  }
  sink ^= value
}
