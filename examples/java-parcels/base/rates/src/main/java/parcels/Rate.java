package parcels;

import java.util.function.IntUnaryOperator;

/** What a parcel costs, in cents. */
public final class Rate {
    private final Zone zone;
    private final IntUnaryOperator discount;

    public Rate(Zone zone) {
        this(zone, cents -> cents);
    }

    public Rate(Zone zone, IntUnaryOperator discount) {
        this.zone = zone;
        this.discount = discount;
    }

    public int cents(int grams, boolean isFragile) {
        if (grams <= 0 || grams > 30_000) {
            throw new IllegalArgumentException("no parcel weighs " + grams + " grams");
        }
        int cents = zone.baseCents + grams / 100 * perHectogram();
        return discount.applyAsInt(isFragile ? cents + 300 : cents);
    }

    private int perHectogram() {
        return switch (zone) {
            case CITY -> 2;
            case COUNTRY -> 5;
            case ABROAD -> 20;
        };
    }
}
