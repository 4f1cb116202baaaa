import { expect, test } from '@jest/globals'
import { redactTexts } from '../../src/render/redact-texts.js'
import { RECORD, RUN } from '../files/samples.js'

/** As a pattern of the user's would that is in everything. */
const redactAll = (): string => '[redacted]'

test('a run and a record keep the ids without which nobody could read them', () => {
  const { testedSha, testedTree, testedParent, headSha } = RUN
  expect(redactTexts(RUN, redactAll)).toMatchObject({ testedSha, testedTree, testedParent, headSha })
  const { tree, parent, baseSha, provides, needs, time } = RECORD
  expect(redactTexts(RECORD, redactAll)).toMatchObject({ tree, parent, baseSha, provides, needs, time })
})

test('every other text is redacted, at whatever depth', () => {
  expect(redactTexts({ note: 'a', list: [{ deep: 'b', count: 1 }] }, redactAll)).toEqual({
    note: '[redacted]',
    list: [{ deep: '[redacted]', count: 1 }],
  })
})
