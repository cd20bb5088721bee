package album

// Format is one version of the album.
type Format struct {
	// Version is the version of the album, for example "5.23.0".
	Version string
}
