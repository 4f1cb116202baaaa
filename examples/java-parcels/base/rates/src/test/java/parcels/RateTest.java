package parcels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void aParcelInTheCityCostsItsBaseAndItsWeight() {
        assertEquals(120, new Rate(Zone.CITY).cents(1000, false));
    }

    @Test
    void fragileParcelsCostMore() {
        assertEquals(600, new Rate(Zone.COUNTRY).cents(1000, true));
    }

    @Test
    void nothingWeighsNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Rate(Zone.CITY).cents(0, false));
    }
}
