package parcels;

/** The paper of labels. The module `rates` has a class of the same name. */
public final class Settings {
    private Settings() {
    }

    public static int widthMillimetres() {
        return 100;
    }

    public static int heightMillimetres() {
        return 150;
    }
}
