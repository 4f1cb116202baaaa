package rates

import (
	"testing"

	"example.com/parcel"
)

var table = Table{{UpToGrams: 5000, Cents: 890}, {UpToGrams: 1000, Cents: 490}}

func TestPriceTakesTheFirstBandThatIsWideEnough(t *testing.T) {
	cents, ok := table.Price(parcel.Parcel{Length: 200, Width: 100, Height: 100, Grams: 1200})
	if !ok || cents != 890 {
		t.Fatalf("got %d, %t", cents, ok)
	}
}
