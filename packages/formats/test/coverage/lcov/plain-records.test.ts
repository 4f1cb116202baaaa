import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lcovReader } from '../../../src/coverage/lcov/reader.js'
import { mustRead, plain, readAll } from '../../support/read.js'

/** A checksum or a flag makes the full readers read a record that means the same. */
const recordArb = fc.oneof(
  fc.tuple(fc.nat(9), fc.nat(3)).map(([line, hits]) => [`DA:${line},${hits}`, `DA:${line},${hits},x`] as const),
  fc.tuple(fc.nat(9), fc.nat(2), fc.nat(2), fc.constantFrom('-', '0', '5')).map(([line, block, branch, taken]) => {
    const rest = `${block},${branch},${taken}`
    return [`BRDA:${line},${rest}`, `BRDA:${line},f${rest}`] as const
  }),
)

function read(records: readonly string[]): unknown {
  return plain(mustRead(readAll(lcovReader({ path: 'r.info' }), `SF:a\n${records.join('\n')}\nend_of_record\n`)))
}

test('plain records and their longer forms give the same report', () => {
  fc.assert(
    fc.property(fc.array(recordArb, { maxLength: 12 }), (records) => {
      expect(read(records.map(([short]) => short))).toEqual(read(records.map(([, long]) => long)))
    }),
  )
})
