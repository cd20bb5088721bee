package api

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"tamga/calendar"
	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// aliases tell the contract how values print that are not what their Go types are.
func aliases(registry huma.Registry) {
	text := reflect.TypeFor[string]()
	for _, of := range []reflect.Type{
		reflect.TypeFor[calendar.Date](), reflect.TypeFor[customs.Consequence](), reflect.TypeFor[transparency.Digest](),
	} {
		registry.RegisterTypeAlias(of, text)
	}
	registry.RegisterTypeAlias(reflect.TypeFor[office.Totals](), reflect.TypeFor[map[string]string]())
}
