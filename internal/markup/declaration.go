package markup

import "bytes"

// declared is what the XML declaration says.
type declared struct {
	// end is where the declaration ends; 0 when there is none.
	end        int
	encoding   []byte
	encodingAt int
}

// readDeclaration reads `<?xml version="1.0" encoding="…" standalone="…"?>` at the very beginning of the text. No
// declaration is allowed and means UTF-8.
func readDeclaration(text []byte) (declared, *Fault) {
	const opening = "<?xml"
	var d declared
	if !bytes.HasPrefix(text, []byte(opening)) || len(text) == len(opening) || !isBlank(text[len(opening)]) {
		return d, nil
	}
	at := len(opening)
	for _, known := range []string{"version", "encoding", "standalone"} {
		name, value, valueAt, next := pseudoAttribute(text, at)
		if name != known && known == "version" {
			return d, &Fault{Code: FaultDeclaration, Offset: at}
		}
		if name != known {
			continue
		}
		if fault := d.take(name, value, valueAt); fault != nil {
			return d, fault
		}
		at = next
	}
	for at < len(text) && isBlank(text[at]) {
		at++
	}
	if !bytes.HasPrefix(text[at:], []byte("?>")) {
		return d, &Fault{Code: FaultDeclaration, Offset: at}
	}
	d.end = at + 2
	return d, nil
}

func (d *declared) take(name string, value []byte, at int) *Fault {
	switch name {
	case "version":
		if string(value) != "1.0" {
			return &Fault{Code: FaultVersion, Offset: at, Found: excerpt(value)}
		}
	case "encoding":
		if len(value) == 0 {
			return &Fault{Code: FaultDeclaration, Offset: at}
		}
		d.encoding, d.encodingAt = value, at
	case "standalone":
		if string(value) != "yes" && string(value) != "no" {
			return &Fault{Code: FaultDeclaration, Offset: at, Found: excerpt(value)}
		}
	}
	return nil
}

// pseudoAttribute reads blanks, a name, "=" and a quoted value; the name is "" when none stands there.
func pseudoAttribute(text []byte, at int) (name string, value []byte, valueAt, next int) {
	start := skipBlanks(text, at)
	i := start
	for i < len(text) && text[i] >= 'a' && text[i] <= 'z' {
		i++
	}
	equals := skipBlanks(text, i)
	if start == at || i == start || equals >= len(text) || text[equals] != '=' {
		return "", nil, 0, at
	}
	quote := skipBlanks(text, equals+1)
	if quote >= len(text) || text[quote] != '"' && text[quote] != '\'' {
		return "", nil, 0, at
	}
	length := bytes.IndexByte(text[quote+1:], text[quote])
	if length < 0 || bytes.ContainsAny(text[quote+1:quote+1+length], "<>&?") {
		return "", nil, 0, at
	}
	valueAt = quote + 1
	return string(text[start:i]), text[valueAt : valueAt+length], valueAt, valueAt + length + 1
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func skipBlanks(text []byte, at int) int {
	for at < len(text) && isBlank(text[at]) {
		at++
	}
	return at
}
