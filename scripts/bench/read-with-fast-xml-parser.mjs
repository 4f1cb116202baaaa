// The measure of speed: the usual parser makes its tree of one XML report, and nothing is done with it.
// Usage: node scripts/bench/read-with-fast-xml-parser.mjs <path>
import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'

const tree = new XMLParser({ ignoreAttributes: false }).parse(readFileSync(process.argv[2], 'utf8'))
console.log(Object.keys(tree).length)
