// Package parcel knows what a parcel weighs and how large it is.
package parcel

import "errors"

// ErrEmpty is what a parcel without any size gives.
var ErrEmpty = errors.New("a parcel has no size")

// Parcel is measured in millimetres and grams.
type Parcel struct {
	Length, Width, Height int
	Grams                 int
}

// Sealed is called for every parcel that is closed.
func (p Parcel) Sealed() {}

// Volume in cubic millimetres.
func (p Parcel) Volume() (int, error) {
	if p.Length <= 0 || p.Width <= 0 || p.Height <= 0 {
		return 0, ErrEmpty
	}
	return p.Length * p.Width * p.Height, nil
}

// ChargedGrams is the larger of the weight and what the size stands for.
func (p Parcel) ChargedGrams() (int, error) {
	volume, err := p.Volume()
	if err != nil {
		return 0, err
	}
	bySize := volume / 5000
	if bySize > p.Grams {
		return bySize, nil
	}
	return p.Grams, nil
}
