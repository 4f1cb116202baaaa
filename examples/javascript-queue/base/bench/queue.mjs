// node bench/queue.mjs, with tinybench installed
import { Bench } from 'tinybench'
import { Queue } from '../src/queue.js'

const bench = new Bench({ name: 'queue', time: 100, warmupTime: 50, throws: false })

for (const count of [10, 100]) {
  bench.add(`push and take ${count}`, () => {
    const queue = new Queue()
    for (let n = 0; n < count; n++) queue.push(() => n, n % 3)
    while (queue.size > 0) queue.take()
  })
}

await bench.run()
console.table(bench.table())
