require_relative 'helper'
require_relative '../lib/roster'
require_relative '../lib/swap'

class SwapTest < Minitest::Test
  def test_a_swap_with_somebody_free_is_allowed
    assert Swap.new(Roster.new.add('ada', 8, 12)).allowed?('ada', 'bob')
  end
end
