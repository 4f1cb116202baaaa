import { describe, expect, test } from '@jest/globals'
import { createNamePattern } from '../../src/import/name-pattern.js'

const SHA = 'a1b2c3d4e5'

describe('a name pattern', () => {
  test('reads commit, run, attempt and time out of a path', () => {
    const read = createNamePattern('<sha>/<run>-<attempt>/<time>/*.xml')
    expect(read(`${SHA}/4711-2/2026-01-31T10:00:00Z/junit.xml`)).toEqual({
      commit: SHA,
      run: '4711',
      attempt: 2,
      time: '2026-01-31T10:00:00.000Z',
    })
  })

  test('means everything else as it stands', () => {
    const read = createNamePattern('run(1)+<sha>.xml')
    expect(read(`run(1)+${SHA}.xml`).commit).toBe(SHA)
    expect(read(`run11${SHA}.xml`).commit).toBeNull()
  })

  test('says nothing of a path that it does not fit', () => {
    expect(createNamePattern('<sha>/...')('release/junit.xml')).toMatchObject({ commit: null, run: null })
  })

  test('finds nothing in a path that is made to fit badly', () => {
    const read = createNamePattern('<sha>/<run>-<attempt>/*-*-*/...')
    expect(read(`${SHA}/${'-1'.repeat(900)}`).run).toBeNull()
  })

  test.each(['<run>/...', '<sha>/<sha>', '<commit>/<sha>'])('%s cannot be used', (written) => {
    expect(() => createNamePattern(written)).toThrow('cannot be used')
  })
})
