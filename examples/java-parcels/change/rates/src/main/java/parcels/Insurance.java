package parcels;

/** What it costs to insure a parcel, in cents. */
public final class Insurance {
    private Insurance() {
    }

    public static int cents(int valueEuros) {
        if (valueEuros <= 500) {
            return 0;
        }
        if (valueEuros > 10_000) {
            throw new IllegalArgumentException("too precious for the post");
        }
        return (valueEuros + 499) / 500 * 150;
    }
}
