import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checklistItem, checklistMarkdown, keepTicks } from '../../src/page/checklist.js'
import { redact } from './kit.js'

const writing = { redact }

describe('a checklist', () => {
  it('has a box before each item, which is one line of text', () => {
    const items = ['Tell [chat] @octocat', '1. a\n- [x] b', ''].map((text) => checklistItem(text, writing))
    expect(checklistMarkdown('To do', [{ markdown: items[0] ?? '', isDone: true }], 1_000)).toBe(
      '### To do\n\n- [x] Tell \\[chat\\] @&#8203;octocat',
    )
    expect(items[1]).toBe('1\\. a - \\[x\\] b')
  })

  it('is as long as fits, and nothing without items', () => {
    const items = Array.from({ length: 50 }, (_, index) => ({ markdown: `item ${index}`, isDone: false }))
    const lines = checklistMarkdown('To do', items, 120).split('\n')
    expect(lines.join('\n').length).toBeLessThanOrEqual(120)
    expect(lines.at(-1)).toMatch(/^- … and \d+ more$/)
    expect(checklistMarkdown('To do', [], 100)).toBe('')
  })
})

describe('ticks', () => {
  it('stay at equal items', () => {
    const earlier = 'text\r\n- [x] one\r\n* [X] two\r\n- [ ] three\r\n  - [x] four'
    expect(keepTicks(earlier, '- [ ] one\n- [ ] two\n- [ ] three\n- [ ] four\n- [ ] one more')).toBe(
      '- [x] one\n- [x] two\n- [ ] three\n- [ ] four\n- [ ] one more',
    )
  })

  it('are never taken away, and come from nothing else', () => {
    const line = fc.constantFrom('- [ ] one', '- [x] one', '- [ ] two', '| - [x] one |', 'text')
    const text = fc.array(line).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (earlier, next) => {
        const kept = keepTicks(earlier, next)
        expect(kept.replaceAll('[x]', '[ ]')).toBe(next.replaceAll('[x]', '[ ]'))
        expect(keepTicks('', next)).toBe(next)
        expect(keepTicks(earlier, kept)).toBe(kept)
        if (!earlier.split('\n').includes('- [x] one')) expect(kept).toBe(next)
      }),
    )
  })
})
