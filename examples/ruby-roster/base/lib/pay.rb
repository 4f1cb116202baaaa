# What a shift costs, in cents.
module Pay
  NIGHT = 1.25

  def self.of(hours, rate, kind = nil)
    base = hours * rate
    if kind == :night
      (base * NIGHT).round
    else
      base
    end
  end

  def self.first_rate(rates)
    rates&.first
  end
end
