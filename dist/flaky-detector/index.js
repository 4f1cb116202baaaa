import { entries } from '../shared/index.js'

await entries["flaky-detector"]()
