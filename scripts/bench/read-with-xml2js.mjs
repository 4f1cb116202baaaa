// The measure of speed for test results: a parser that many reporters use makes its tree of one report.
// Usage: node scripts/bench/read-with-xml2js.mjs <path>
import { readFileSync } from 'node:fs'
import { parseStringPromise } from 'xml2js'

const tree = await parseStringPromise(readFileSync(process.argv[2], 'utf8'))
console.log(Object.keys(tree).length)
