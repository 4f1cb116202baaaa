package parcels.print;

import java.util.List;
import parcels.Settings;

/** The text on a parcel. */
public record Label(String name, List<String> address) {
    public String text() {
        StringBuilder text = new StringBuilder(name.toUpperCase());
        for (String line : address) {
            if (!line.isBlank()) {
                text.append('\n').append(cut(line));
            }
        }
        return text.toString();
    }

    private static String cut(String line) {
        int width = Settings.widthMillimetres() / 4;
        return line.length() > width ? line.substring(0, width) : line;
    }

    /** Counts what the printer has to do. */
    static final class Counter {
        private int labels;

        void add(Label label) {
            if (label != null) {
                labels++;
            }
        }

        int labels() {
            return labels;
        }
    }
}
