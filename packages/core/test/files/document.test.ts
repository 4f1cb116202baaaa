import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { decodeDocument } from '../../src/files/document.js'

const KIND = {
  name: 'sample',
  major: 2,
  schema: v.object({ list: v.array(v.object({ n: v.number() })) }),
  maxCharacters: 1000,
}

function decode(value: unknown) {
  return decodeDocument(JSON.stringify(value), KIND)
}

test('fields that this version does not know stay, at every depth', () => {
  const value = { schema: 'testwarden.sample/2', list: [{ n: 1, added: 'x' }], added: { deep: true } }
  expect(decode(value)).toEqual({ ok: true, model: value })
})

test('an older major version is read as far as its shape fits', () => {
  expect(decode({ schema: 'testwarden.sample/1', list: [] }).ok).toBe(true)
})

test('a newer major version is no damage, and both versions are named', () => {
  expect(decode({ schema: 'testwarden.sample/3', list: 'anything' })).toEqual({
    ok: false,
    fault: 'newer',
    message: expect.stringMatching(/testwarden\.sample\/3.*up to testwarden\.sample\/2/),
  })
})

test.each([
  ['a file of another kind', { schema: 'testwarden.other/1' }, /testwarden\.other file; expected testwarden\.sample/],
  ['no schema', { list: [] }, /"testwarden\.sample\/2"/],
  ['a schema that is no text', { schema: 2, list: [] }, /"testwarden\.sample\/2"/],
  ['an absurd version', { schema: 'testwarden.sample/99999999999999999999' }, /"testwarden\.sample\/2"/],
  ['a list instead of an object', [], /"testwarden\.sample\/2"/],
  ['null', null, /"testwarden\.sample\/2"/],
  ['a wrong value deep inside', { schema: 'testwarden.sample/2', list: [{ n: 1 }, { n: 'x' }] }, /list\.1\.n.*number/],
  ['a missing field', { schema: 'testwarden.sample/2', list: [{}] }, /list\.0\.n/],
])('%s is damage, and the message says where', (_name, value, message) => {
  expect(decode(value)).toEqual({ ok: false, fault: 'damaged', message: expect.stringMatching(message) })
})

test('a long hostile value does not fill the message', () => {
  const decoded = decode({ schema: 'testwarden.sample/2', list: 'x'.repeat(900) })
  expect(decoded).toEqual({ ok: false, fault: 'damaged', message: expect.stringMatching(/^.{1,200}$/) })
})
