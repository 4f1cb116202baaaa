package parcel

import "testing"

func BenchmarkChargedGrams(b *testing.B) {
	parcels := []struct {
		name   string
		parcel Parcel
	}{
		{"light", Parcel{Length: 400, Width: 300, Height: 200, Grams: 900}},
		{"heavy", Parcel{Length: 100, Width: 100, Height: 100, Grams: 9000}},
	}
	for _, each := range parcels {
		b.Run(each.name, func(b *testing.B) {
			for i := 0; i < b.N; i++ {
				_, _ = each.parcel.ChargedGrams()
			}
		})
	}
}
