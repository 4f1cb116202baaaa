import { entries } from '../shared/index.js'

await entries["incident-escalator"]()
