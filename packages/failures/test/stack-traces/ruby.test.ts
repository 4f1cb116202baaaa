import { expect, test } from '@jest/globals'
import { ruby } from '../../src/stack-traces/ruby.js'
import { placesOf } from '../support/places.js'

test.each([
  ["lib/till.rb:3:in `open'", 'lib/till.rb:3 open'],
  ["lib/till.rb:3:in 'Till#open'", 'lib/till.rb:3 Till#open'],
  ["\tfrom lib/till.rb:3:in `block in open'", 'lib/till.rb:3 block in open'],
  ['# ./spec/till_spec.rb:3', './spec/till_spec.rb:3'],
  ['TillTest#test_opens [test/till_test.rb:3]:', 'test/till_test.rb:3'],
  ["C:/ci/lib/till.rb:3:in `open'", 'C:/ci/lib/till.rb:3 open'],
])('%s', (line, place) => {
  expect(placesOf(ruby, line)).toEqual([place])
})

test('the cause that RSpec prints below comes first', () => {
  const trace =
    "# ./lib/a.rb:1:in `a'\n# ------------------\n# --- Caused by: ---\n# ZeroDivisionError:\n#   divided by 0\n# ./lib/b.rb:2:in `b'"
  expect(placesOf(ruby, trace)).toEqual(['./lib/b.rb:2 b', './lib/a.rb:1 a'])
})
