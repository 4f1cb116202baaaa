package example.meter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class ReadingTest {
    private val readings = listOf(Reading(0, 100), Reading(10, 2000), Reading(15, 0))

    @Test
    fun energyIsTimeTimesPower() = assertEquals(11_000, readings.energy())

    @Test
    fun thePeakIsTheReadingWithTheMostPower() = assertEquals(10, readings.peak()?.minute)

    @Test
    fun aSteppedTariffIsCheapBelowItsLimit() = assertEquals(3, Tariff.Stepped(20_000).cents(11_000))
}
