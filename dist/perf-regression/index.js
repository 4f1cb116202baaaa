import { entries } from '../shared/index.js'

await entries["perf-regression"]()
