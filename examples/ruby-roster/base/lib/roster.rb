# Who works when. Shifts are whole hours of one day.
class Roster
  Shift = Struct.new(:name, :from, :to)

  def initialize
    @shifts = []
  end

  def add(name, from, to)
    raise ArgumentError, 'a shift must end after it begins' unless from < to

    @shifts << Shift.new(name, from, to)
    self
  end

  def hours(name)
    @shifts.select { |shift| shift.name == name }.sum { |shift| shift.to - shift.from }
  end

  def on_duty(hour)
    found = @shifts.select { |shift| hour >= shift.from && hour < shift.to }
    found.empty? ? ['nobody'] : found.map(&:name).sort
  end

  def kind(hour)
    case hour
    when 0..5 then :night
    when 6..11 then :morning
    when 12..17 then :afternoon
    else :evening
    end
  end
end
