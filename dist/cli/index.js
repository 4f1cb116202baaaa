#!/usr/bin/env node
import { entries } from '../shared/index.js'

await entries["cli"]()
