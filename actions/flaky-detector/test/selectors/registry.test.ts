import { describe, expect, test } from '@jest/globals'
import { selectorOf, selectors } from '../../src/selectors/registry.js'
import { testNamed } from './kit.js'

const ODD = testNamed('a \'b\' "c" [d] $(e) `f` \\g ü\nh', { suite: ['s'], className: 'c.T', file: 'f.x' })

describe.each(selectors.map((selector) => [selector.id, selector] as const))('%s', (id, selector) => {
  test('is found by its id, and says where it is documented', () => {
    expect(selectorOf(id)).toBe(selector)
    expect(selector.url).toMatch(/^https:\/\//)
  })

  test('selects and leaves out nothing where there is nothing', () => {
    expect(selector.select([]).args).toEqual([])
    expect(selector.deselect?.([]).args ?? []).toEqual([])
  })

  test('names a test once, however often it is given', () => {
    expect(selector.select([ODD, ODD]).args).toEqual(selector.select([ODD]).args)
  })
})

test('ids are in order and distinct', () => {
  const ids = selectors.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
})
