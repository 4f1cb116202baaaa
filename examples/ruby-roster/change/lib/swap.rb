# Two people exchange a shift.
class Swap
  def initialize(roster)
    @roster = roster
  end

  def allowed?(from, to)
    return false if from == to

    @roster.hours(from).positive? && @roster.hours(to).zero?
  end

  def reason(from, to)
    allowed?(from, to) ? 'fine' : 'one of them works already'
  end
end
