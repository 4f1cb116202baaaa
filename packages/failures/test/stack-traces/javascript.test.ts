import { expect, test } from '@jest/globals'
import { javascript } from '../../src/stack-traces/javascript.js'
import { placesOf } from '../support/places.js'

test.each([
  ['    at pick (/ci/src/pick.js:3:5)', '/ci/src/pick.js:3:5 pick'],
  ['    at /ci/src/pick.js:3:5', '/ci/src/pick.js:3:5'],
  ['    at async pick (/ci/src/pick.js:3:5)', '/ci/src/pick.js:3:5 pick'],
  ['    at async file:///ci/a%20b/pick.mjs:3:5', '/ci/a b/pick.mjs:3:5'],
  ['    at new Till (file:///C:/ci/till.js:3:5)', 'C:/ci/till.js:3:5 new Till'],
  ['    at Object.get [as first] (src/till.ts:3:5)', 'src/till.ts:3:5 Object.get [as first]'],
  ['    at Context.eval (webpack://shop/./cypress/e2e/till.cy.js?1f2a:3:5)', 'cypress/e2e/till.cy.js:3:5 Context.eval'],
  ['    at setup (webpack-internal:///./src/Till.vue?vue&type=script:3:5)', 'src/Till.vue:3:5 setup'],
  ['    at pick (http://localhost:5173/src/pick.ts?t=1699:3:5)', 'src/pick.ts:3:5 pick'],
  ['    at file:///%E0%A4%A:3:5', '/%E0%A4%A:3:5'],
  ['pick@http://localhost:5173/src/pick.ts:3:5', 'src/pick.ts:3:5 pick'],
  ['@/ci/src/pick.js:3:5', '/ci/src/pick.js:3:5'],
  [' ❯ Till.open src/till.ts:3:5', 'src/till.ts:3:5 Till.open'],
  ['file:///ci/broken.mjs:7\nconst =\n      ^', '/ci/broken.mjs:7'],
])('%s', (line, place) => {
  expect(placesOf(javascript, line)).toEqual([place])
})

test.each([
  '    at new Promise (<anonymous>)',
  '    at async Promise.all (index 0)',
  '    at eval (eval at pick (src/pick.js:1:2), <anonymous>:1:1)',
  '    at a.b.Till.open(Till.java:3)',
  '             at ./src/lib.rs:15:9',
  'mail me@example.com at 12:30:15',
])('no frame: %s', (line) => {
  expect(placesOf(javascript, line)).toEqual([])
})

test('the innermost of several causes comes first', () => {
  const trace =
    'Error: a\n    at a (a.js:1:1)\n  [cause]: Error: b\n      at b (b.js:2:2) {\n    [cause]: Error: c\n        at c (c.js:3:3)\n'
  expect(placesOf(javascript, trace)).toEqual(['c.js:3:3 c', 'b.js:2:2 b', 'a.js:1:1 a'])
})
