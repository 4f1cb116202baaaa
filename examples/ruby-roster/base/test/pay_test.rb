require_relative 'helper'
require_relative '../lib/pay'

class PayTest < Minitest::Test
  def test_a_night_costs_more
    assert_equal 10_000, Pay.of(8, 1000, :night)
  end

  def test_no_rates
    assert_nil Pay.first_rate(nil)
  end
end
