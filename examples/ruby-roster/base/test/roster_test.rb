require_relative 'helper'
require_relative '../lib/roster'

class RosterTest < Minitest::Test
  def test_hours_add_up
    roster = Roster.new.add('ada', 8, 12).add('ada', 13, 15)
    assert_equal 6, roster.hours('ada')
  end

  def test_nobody_is_on_duty_at_night
    assert_equal ['nobody'], Roster.new.add('ada', 8, 12).on_duty(3)
  end

  def test_kind_of_an_hour
    assert_equal :morning, Roster.new.kind(8)
  end
end
