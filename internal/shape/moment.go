package shape

import "bytes"

// isDate wants YYYY-MM-DD, a day that exists, and perhaps a zone.
func isDate(text []byte) bool {
	rest, ok := takeDate(text)
	return ok && isZone(rest)
}

// isDateTime wants a date, "T", a time, and perhaps a zone.
func isDateTime(text []byte) bool {
	rest, ok := takeDate(text)
	if !ok || len(rest) == 0 || rest[0] != 'T' {
		return false
	}
	rest, ok = takeTime(rest[1:])
	return ok && isZone(rest)
}

// isTime wants hh:mm:ss, perhaps a fraction of the second, and perhaps a zone.
func isTime(text []byte) bool {
	rest, ok := takeTime(text)
	return ok && isZone(rest)
}

func isYear(text []byte) bool {
	_, rest, ok := takeYear(text)
	return ok && isZone(rest)
}

func isYearMonth(text []byte) bool {
	_, rest, ok := takeYear(text)
	if !ok {
		return false
	}
	month, rest, ok := takeTwo(rest, '-')
	return ok && month >= 1 && month <= 12 && isZone(rest)
}

func takeDate(text []byte) (rest []byte, ok bool) {
	year, rest, ok := takeYear(text)
	if !ok {
		return nil, false
	}
	month, rest, ok := takeTwo(rest, '-')
	if !ok {
		return nil, false
	}
	day, rest, ok := takeTwo(rest, '-')
	return rest, ok && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// takeYear takes four or more digits off the front, with a minus perhaps; the year 0000 does not exist. The result
// is the year modulo 400, which is all a calendar needs.
func takeYear(text []byte) (year int, rest []byte, ok bool) {
	digits := bytes.TrimPrefix(text, []byte("-"))
	count, some := 0, false
	for count < len(digits) && digits[count] >= '0' && digits[count] <= '9' {
		year = (year*10 + int(digits[count]-'0')) % 400
		some = some || digits[count] != '0'
		count++
	}
	return year, digits[count:], some && (count == 4 || count > 4 && digits[0] != '0')
}

// takeTwo takes a separator and two digits off the front; a zero separator stands for none.
func takeTwo(text []byte, separator byte) (value int, rest []byte, ok bool) {
	if separator != 0 {
		if len(text) == 0 || text[0] != separator {
			return 0, nil, false
		}
		text = text[1:]
	}
	if len(text) < 2 || !allDigits(text[:2]) {
		return 0, nil, false
	}
	return int(text[0]-'0')*10 + int(text[1]-'0'), text[2:], true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			return 29
		}
		return 28
	}
	return 31
}

// takeTime takes hh:mm:ss with a fraction off the front; 24:00:00 is the end of the day.
func takeTime(text []byte) (rest []byte, ok bool) {
	hour, rest, ok := takeTwo(text, 0)
	if !ok {
		return nil, false
	}
	minute, rest, ok := takeTwo(rest, ':')
	if !ok {
		return nil, false
	}
	second, rest, ok := takeTwo(rest, ':')
	if !ok {
		return nil, false
	}
	fraction := false
	if len(rest) > 0 && rest[0] == '.' {
		count := 1
		for count < len(rest) && rest[count] >= '0' && rest[count] <= '9' {
			fraction = fraction || rest[count] != '0'
			count++
		}
		if count == 1 {
			return nil, false
		}
		rest = rest[count:]
	}
	end := hour == 24 && minute == 0 && second == 0 && !fraction
	return rest, end || hour < 24 && minute < 60 && second < 60
}

// isZone wants nothing, "Z", or a difference of at most 14 hours.
func isZone(text []byte) bool {
	if len(text) == 0 || string(text) == "Z" {
		return true
	}
	if text[0] != '+' && text[0] != '-' {
		return false
	}
	hour, rest, ok := takeTwo(text[1:], 0)
	if !ok {
		return false
	}
	minute, rest, ok := takeTwo(rest, ':')
	return ok && len(rest) == 0 && minute < 60 && (hour < 14 || hour == 14 && minute == 0)
}

// isDuration wants P, then years, months and days, then T and hours, minutes and seconds; at least one of them.
func isDuration(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("-"))
	if len(text) < 3 || text[0] != 'P' {
		return false
	}
	days, times, timed := bytes.Cut(text[1:], []byte("T"))
	if timed && len(times) == 0 {
		return false
	}
	return takeUnits(days, "YMD", false) && takeUnits(times, "HMS", true)
}

// takeUnits wants numbers, each with a unit, in the order of the units; the last may have a fraction.
func takeUnits(text []byte, units string, fraction bool) bool {
	for len(text) > 0 {
		count, points := 0, 0
		for count < len(text) && (text[count] >= '0' && text[count] <= '9' || text[count] == '.') {
			if text[count] == '.' {
				points++
			}
			count++
		}
		if count == len(text) {
			return false
		}
		at := bytes.IndexByte([]byte(units), text[count])
		fractional := points == 1 && fraction && text[count] == 'S' && text[0] != '.' && text[count-1] != '.'
		if count == 0 || at < 0 || points > 0 && !fractional {
			return false
		}
		units, text = units[at+1:], text[count+1:]
	}
	return true
}
