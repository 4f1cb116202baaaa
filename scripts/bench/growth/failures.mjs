import { compilePattern } from '../../../packages/failures/lib/categories/pattern.js'
import { CATEGORY_RULES } from '../../../packages/failures/lib/categories/registry.js'
import { clusterFailures } from '../../../packages/failures/lib/cluster.js'
import { normaliseMessage } from '../../../packages/failures/lib/normalise-message.js'
import { ownersOf, parseCodeowners } from '../../../packages/failures/lib/owners.js'
import { readFrames } from '../../../packages/failures/lib/stack-traces/registry.js'

const MESSAGES = ['1', 'a', ':', '::', '/tmp/', '\u001b[', '\u001b]', '-', 'a1', 'Mon, ', ' 1 Jan', '=', '1,', 'a=']
const PATTERNS = ['a*'.repeat(90).concat('b'), `${'a'.repeat(100)}b`, '*'.repeat(200).concat('b')]
const OWNED = ['*a'.repeat(400), '**/a/'.repeat(180), `${'*'.repeat(900)}b`, '?*'.repeat(400)]
/** What a line of a stack trace may be made of to be slow, by what it looks like. */
const TRACE_PARTS = {
  brackets: '(',
  'ends of files': 'a.py:1:',
  quotes: `"x', `,
  'at signs': '@/',
  names: 'a.rb:1:in ',
  'places of C#': 'at a() in .cs:l ',
  'places of PHP': ' in .php:1',
  'calls of PHP': '.php(1): ',
  'calls of Go': 'a(b)',
}

/** @type {readonly import('./measure-growth.mjs').GrowthCase[]} */
export const failureCases = [
  {
    what: 'messages of one part, over and over',
    size: 10_000,
    prepare: (size) => {
      const messages = MESSAGES.map((text) => text.repeat(size))
      return () => messages.map(normaliseMessage)
    },
  },
  {
    what: 'a long line against patterns full of stars',
    size: 5_000,
    prepare: (size) => {
      const [line, patterns] = ['a'.repeat(size), PATTERNS.map(compilePattern)]
      return () => patterns.map((pattern) => pattern.matches(line))
    },
  },
  {
    what: 'a long path against owners full of stars',
    size: 1_000,
    prepare: (size) => {
      const owners = OWNED.map((pattern) => parseCodeowners(`${pattern} @me`))
      const path = `${'a'.repeat(size)}${'/a'.repeat(size / 2)}`
      return () => owners.map((one) => ownersOf(one, path))
    },
  },
  ...Object.entries(TRACE_PARTS).map(([what, part]) => ({
    what: `stack traces with lines of ${what}`,
    size: 200,
    prepare: (size) => {
      const line = `    at ${part.repeat(size)}`.slice(0, size)
      const trace = `${line}\n`.repeat(16).concat('.py .js .java: .go: .rs: .cs: .rb: .php')
      return () => readFrames(trace)
    },
  })),
  {
    what: 'causes that look alike',
    size: 500,
    prepare: (size) => {
      const failures = Array.from({ length: size }, (_, index) => likeTheOthers(index))
      return () => clusterFailures(failures, CATEGORY_RULES)
    },
  },
]

function likeTheOthers(index) {
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  const message = `${'x'.repeat(90)}${letters.repeat(5)}${'y'.repeat(90)}`
  return { test: `t${index}`, failure: { type: 'Error', message, trace: '' } }
}
