// The least that reading a file of lines can take: its text, split. Usage: node scripts/bench/split-lines.mjs <file>
import { readFileSync } from 'node:fs'

console.log(readFileSync(process.argv[2], 'utf8').split('\n').length)
