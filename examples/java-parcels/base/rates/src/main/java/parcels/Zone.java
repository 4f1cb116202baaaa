package parcels;

/** How far a parcel travels. */
public enum Zone {
    CITY(100),
    COUNTRY(250),
    ABROAD(900);

    final int baseCents;

    Zone(int baseCents) {
        this.baseCents = baseCents;
    }
}
