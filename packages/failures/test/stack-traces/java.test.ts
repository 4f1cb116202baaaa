import { expect, test } from '@jest/globals'
import { java } from '../../src/stack-traces/java.js'
import { placesOf } from '../support/places.js'

test.each([
  ['\tat a.b.Till.open(Till.java:41)', 'a/b/Till.java:41 Till.open'],
  ['at a.b.Till$Drawer.<init>(Till.java:4)', 'a/b/Till.java:4 Till$Drawer.<init>'],
  ['\tat app//a.b.Till.open(Till.java:41)', 'a/b/Till.java:41 Till.open'],
  ['\tat java.base@17/java.util.List.of(List.java:1)', 'java/util/List.java:1 List.of'],
  ['\tat Till.open(Till.java:41)', 'Till.java:41 Till.open'],
  ['\tat a.TillKt.main(Till.kt)', null],
  ['\tat a.b.Till.open(Native Method)', null],
  ['\tat a.b.Till.open(Unknown Source)', null],
  ['\tat a.b.TillTest.opens (twice)(TillTest.kt:7) ~[test.jar:?]', 'a/b/TillTest.kt:7 TillTest.opens (twice)'],
])('%s', (line, place) => {
  expect(placesOf(java, line)).toEqual(place === null ? [] : [place])
})

test('the last cause comes first, what was suppressed last', () => {
  const trace = [
    'E: a',
    '\tat p.A.a(A.java:1)',
    '\tSuppressed: E: s',
    '\t\tat p.S.s(S.java:9)',
    'Caused by: E: b',
    '\tat p.B.b(B.java:2)',
    '\t... 1 more',
    'Caused by: E: c',
    '\tat p.C.c(C.java:3)',
  ].join('\n')
  expect(placesOf(java, trace)).toEqual(['p/C.java:3 C.c', 'p/B.java:2 B.b', 'p/A.java:1 A.a', 'p/S.java:9 S.s'])
})
