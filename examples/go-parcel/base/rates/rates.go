// Package rates tells what a parcel costs.
package rates

import (
	"sort"

	"example.com/parcel"
)

// Band is a price in cents up to a weight.
type Band struct {
	UpToGrams int
	Cents     int
}

var byWeight = func(bands []Band) func(left, right int) bool {
	return func(left, right int) bool { return bands[left].UpToGrams < bands[right].UpToGrams }
}

// Table is a list of bands.
type Table []Band

// Price of a parcel; false when no band is wide enough.
func (t Table) Price(p parcel.Parcel) (int, bool) {
	grams, err := p.ChargedGrams()
	if err != nil {
		return 0, false
	}
	bands := append(Table{}, t...)
	sort.Slice(bands, byWeight(bands))
	for _, band := range bands {
		if grams <= band.UpToGrams {
			return band.Cents, true
		}
	}
	return 0, false
}
