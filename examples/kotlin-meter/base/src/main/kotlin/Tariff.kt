package example.meter

sealed interface Tariff {
    fun cents(wattMinutes: Int): Int

    object Flat : Tariff {
        override fun cents(wattMinutes: Int) = wattMinutes / 2000
    }

    class Stepped(private val limit: Int, private val beyond: Tariff = Flat) : Tariff {
        override fun cents(wattMinutes: Int) = when {
            wattMinutes <= 0 -> 0
            wattMinutes <= limit -> wattMinutes / 3000
            else -> limit / 3000 + beyond.cents(wattMinutes - limit)
        }
    }
}
