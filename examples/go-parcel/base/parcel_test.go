package parcel

import "testing"

func TestChargedGramsOfAHeavyParcel(t *testing.T) {
	grams, err := Parcel{Length: 100, Width: 100, Height: 100, Grams: 900}.ChargedGrams()
	if err != nil || grams != 900 {
		t.Fatalf("got %d, %v", grams, err)
	}
}

func TestAnEmptyParcelHasNoVolume(t *testing.T) {
	if _, err := (Parcel{}).Volume(); err != ErrEmpty {
		t.Fatalf("got %v", err)
	}
}
