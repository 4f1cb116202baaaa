package parcels;

/** The limits of the tariff. The module `labels` has a class of the same name. */
final class Settings {
    private Settings() {
    }

    static int maxGrams() {
        return 30_000;
    }
}
