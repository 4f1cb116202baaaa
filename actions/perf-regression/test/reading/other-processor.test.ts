import { expect, test } from '@jest/globals'
import { reportOfOtherProcessor } from '../../src/reading/other-processor.js'

const JOB = 'AMD EPYC 7763 64-Core Processor, 4 cores'

function isOther(cpu: string | null, stratum = JOB): boolean {
  const report = { path: 'b.txt', format: 'go-bench', dialect: null, benchmarks: 1, metrics: 1, samples: 1, cpu }
  return reportOfOtherProcessor({ reports: [{ ...report, warnings: [] }], stratum }) !== null
}

test.each([
  ['AMD EPYC 7763 64-Core Processor', JOB],
  ['AMD EPYC 7763', JOB],
  ['amd epyc 7763 2.45GHz, 64 cores', JOB],
  ['Intel Xeon Platinum 8370C CPU 2.80GHz', 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz, 4 cores'],
  ['Intel(R) Xeon(R) Processor @ 2.10GHz', 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz, 4 cores'],
  ['Some processor', JOB],
  ['AMD EPYC 7763', 'unknown processor'],
  [null, JOB],
])('%s may be that of %s', (cpu, stratum) => {
  expect(isOther(cpu, stratum)).toBe(false)
})

test.each([
  ['AMD EPYC 9V74 80-Core Processor', JOB],
  ['Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz', JOB],
  ['AMD EPYC 7763', 'Intel(R) Xeon(R) Processor, 2 cores'],
  ['Apple M1', 'Apple M2 Pro, 8 cores'],
  ['Intel Core i7-8700K CPU 3.70GHz', 'AMD Ryzen 9 5950X 16-Core Processor, 32 cores'],
])('%s is not that of %s', (cpu, stratum) => {
  expect(isOther(cpu, stratum)).toBe(true)
})
