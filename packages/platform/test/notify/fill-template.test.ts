import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fillTemplate } from '../../src/notify/fill-template.js'
import { assumedLimits, noticeValues } from '../../src/notify/notice-values.js'
import { anyNotice, NOTICE } from '../support/notices.js'

const WORDING = {
  words: { event: { trigger: 'firing' }, severity: {} },
  limits: assumedLimits,
  markup: 'none',
} as const

test('a map of fields is filled with JSON values', () => {
  const template = {
    summary: '[{{severity}}] {{title}}',
    state: '{{ event }}',
    component: '{{component}}',
    nested: [{ keys: ['{{dedupKey}}', 1, true, null] }],
    links: '{{links}}',
    more: '{{details}}',
    constant: null,
  }
  expect(fillTemplate(template, noticeValues({ ...NOTICE, component: null }, WORDING))).toEqual({
    summary: '[critical] Login fails on main',
    state: 'firing',
    nested: [{ keys: [NOTICE.dedupKey, 1, true] }],
    links: NOTICE.links,
    more: { Workflow: 'ci.yml' },
    constant: null,
  })
})

test('nothing that a notice says changes the shape, or is taken for a placeholder', () => {
  fc.assert(
    fc.property(anyNotice, (notice) => {
      const values = noticeValues(notice, WORDING)
      const filled = fillTemplate({ a: '{{title}}', b: { c: '<{{title}}>' } }, values)
      expect(JSON.parse(JSON.stringify(filled))).toEqual({ a: values.title, b: { c: `<${String(values.title)}>` } })
    }),
  )
})
