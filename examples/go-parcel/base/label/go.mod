module example.com/parcel/label

go 1.21

require example.com/parcel v0.0.0

replace example.com/parcel => ../
