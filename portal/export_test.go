package portal

// Faults lists what differs between the languages of the sentences.
func Faults() []string { return catalogue().Faults() }

// Says reports whether there is a sentence for the code.
func Says(code string) bool {
	return catalogue().Has("ru", code, "text") && catalogue().Has("en", code, "text")
}

// ActCodes lists the sentences that the forms of acts need.
func ActCodes() []string {
	var codes []string
	for _, a := range acts {
		codes = append(codes, "act."+string(a.kind))
		for _, field := range a.fields {
			codes = append(codes, "field."+field)
		}
	}
	return codes
}
