package transport

import (
	"slices"

	"tamga/declaration"
)

const pipeline = "71"

// fixed reports a mode without vehicles: pipelines and power lines.
func fixed(mode string) bool { return slices.Contains([]string{pipeline, "72"}, mode) }

// identified reports whether any means is named.
func identified(transport declaration.Transport) bool {
	return slices.ContainsFunc(transport.Means, func(means declaration.TransportMeans) bool {
		return means.Identifier != "" || means.TrailerIdentifier != "" || means.VIN != ""
	})
}

// counted reports whether the stated number of means agrees with their list, with or without trailers. A list that was
// not given agrees with any number.
func counted(transport declaration.Transport) bool {
	means := len(transport.Means)
	if means == 0 {
		return true
	}
	trailers := 0
	for _, one := range transport.Means {
		if one.TrailerIdentifier != "" {
			trailers++
		}
	}
	return transport.Quantity.Is(means) || transport.Quantity.Is(means+trailers)
}
