package parcels.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void aLabelLeavesEmptyLinesOut() {
        assertEquals("ADA\nMain Street 1", new Label("Ada", List.of("Main Street 1", " ")).text());
    }
}
