// Package label prints what is glued on a parcel.
package label

import (
	"fmt"

	"example.com/parcel"
)

// Text of a label.
func Text(p parcel.Parcel, fragile bool) string {
	text := fmt.Sprintf("%d x %d x %d mm", p.Length, p.Width, p.Height)
	if fragile {
		text += ", fragile"
	}
	return text
}
