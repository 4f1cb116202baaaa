// Loaded into a measured process before its script: writes down what the process used, when it ends.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = {
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    wallMs: performance.now(),
    peakMiB: maxRSS / 1024,
  }
  writeFileSync(process.env.TESTWARDEN_BENCH_USAGE, JSON.stringify(usage))
})
