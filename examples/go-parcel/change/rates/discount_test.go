package rates

import "testing"

func TestDiscountedTakesAShareOff(t *testing.T) {
	if got := Discounted(1000, 25); got != 750 {
		t.Fatal(got)
	}
}
