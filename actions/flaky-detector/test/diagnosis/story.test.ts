import { expect, test } from '@jest/globals'
import { isContradiction } from '../../src/diagnosis/story.js'

const outcomesOf = (text: string) => [...text].map((letter) => (letter === 'P' ? 'passed' : 'failed'))

test.each(['FP', 'PFP', 'FFFP', 'FPF'])('%s on one tree is a contradiction', (text) => {
  expect(isContradiction(outcomesOf(text))).toBe(true)
})

test.each(['', 'P', 'FFF', 'PPP', 'PPFFF'])('%s on one tree is none: nothing passed after a failure', (text) => {
  expect(isContradiction(outcomesOf(text))).toBe(false)
})
