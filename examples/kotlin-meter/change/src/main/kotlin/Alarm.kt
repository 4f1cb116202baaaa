package example.meter

class Alarm(private val limit: Int) {
    private var raised = false

    fun feed(reading: Reading): Boolean {
        if (reading.watts > limit && !raised) {
            raised = true
            return true
        }
        return false
    }
}
