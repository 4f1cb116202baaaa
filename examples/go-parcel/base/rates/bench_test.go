package rates

import (
	"testing"

	"example.com/parcel"
)

func BenchmarkPrice(b *testing.B) {
	small := parcel.Parcel{Length: 200, Width: 100, Height: 100, Grams: 1200}
	for i := 0; i < b.N; i++ {
		_, _ = table.Price(small)
	}
	b.ReportMetric(float64(len(table)), "bands/op")
}
