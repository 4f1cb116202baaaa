package rates

// Discounted takes a share off a price; a parcel is never free.
func Discounted(cents, percent int) int {
	if percent <= 0 {
		return cents
	}
	if percent > 90 {
		percent = 90
	}
	left := cents * (100 - percent) / 100
	if left < 1 {
		return 1
	}
	return left
}
