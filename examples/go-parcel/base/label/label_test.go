package label

import (
	"testing"

	"example.com/parcel"
)

func TestTextTellsTheSize(t *testing.T) {
	if got := Text(parcel.Parcel{Length: 1, Width: 2, Height: 3}, false); got != "1 x 2 x 3 mm" {
		t.Fatal(got)
	}
}
