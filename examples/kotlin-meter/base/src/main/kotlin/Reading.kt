package example.meter

/** What a meter showed at a time. The file lies in no folder of its package, as is the custom in Kotlin. */
data class Reading(val minute: Int, val watts: Int) {
    init {
        require(watts >= 0) { "a meter does not run backwards: $watts" }
    }
}

/** Energy between the first and the last reading, in watt minutes. */
fun List<Reading>.energy(): Int =
    zipWithNext { from, to -> (to.minute - from.minute) * from.watts }.sum()

inline fun List<Reading>.peak(filter: (Reading) -> Boolean = { true }): Reading? {
    var peak: Reading? = null
    for (reading in this) if (filter(reading) && reading.watts > (peak?.watts ?: -1)) peak = reading
    return peak
}
