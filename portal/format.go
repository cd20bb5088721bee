package portal

import (
	"strconv"
	"strings"
	"time"

	"tamga/calendar"
	"tamga/customs"
)

// space is the narrow no-break space between groups of digits.
const space = "\u202f"

// grouped writes a decimal number for people: digits in threes and, in Russian, a comma. Anything else stays as it is.
func grouped(language, number string) string {
	sign, digits := "", number
	if strings.HasPrefix(digits, "-") {
		sign, digits = "−", digits[1:]
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	if whole == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return number
	}
	var out strings.Builder
	out.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteString(space)
		}
		out.WriteRune(digit)
	}
	if fraction != "" {
		mark := "."
		if language == "ru" {
			mark = ","
		}
		out.WriteString(mark + fraction)
	}
	return out.String()
}

func sizeOf(language string, bytes int64) string {
	if bytes < 1024 {
		return say(language, "size.bytes", "n", strconv.FormatInt(bytes, 10))
	}
	return say(language, "size.kilobytes", "n", grouped(language, strconv.FormatInt((bytes+1023)/1024, 10)))
}

// stamp is an instant as a page shows it, with its machine form.
type stamp struct{ Text, Machine string }

// zoneOf is the legal time of an office; universal time when the office is not known.
func (p *portal) zoneOf(code customs.OfficeCode) calendar.Zone {
	law := p.Office.CurrentLaw()
	place, _ := law.Classifiers.Office(code)
	zone, known := law.Calendars.Zone(place.Zone)
	if !known {
		return calendar.Zone{ID: "UTC", Offsets: []calendar.Offset{{}}}
	}
	return zone
}

func stampOf(at time.Time, zone calendar.Zone) stamp {
	if at.IsZero() {
		return stamp{}
	}
	local := zone.At(at)
	return stamp{Text: local.Format("02.01.2006 15:04:05"), Machine: local.Format(time.RFC3339Nano)}
}

// short is the instant without seconds, for lists.
func short(at time.Time, zone calendar.Zone) stamp {
	made := stampOf(at, zone)
	if made.Text != "" {
		made.Text = made.Text[:len(made.Text)-3]
	}
	return made
}

// remaining says how much time there is until the end of a term, or that it has passed.
func remaining(language string, due, now time.Time) (text string, late bool) {
	left := due.Sub(now)
	if left < 0 {
		return say(language, "time.late", "time", span(language, -left)), true
	}
	return say(language, "time.left", "time", span(language, left)), false
}

func span(language string, length time.Duration) string {
	days, hours, minutes := int(length.Hours())/24, int(length.Hours())%24, int(length.Minutes())%60
	switch {
	case days > 0:
		return say(language, "time.days", "d", strconv.Itoa(days), "h", strconv.Itoa(hours))
	case hours > 0:
		return say(language, "time.hours", "h", strconv.Itoa(hours), "m", strconv.Itoa(minutes))
	}
	return say(language, "time.minutes", "m", strconv.Itoa(minutes))
}

// ordinals writes numbers of goods items as ranges: 1–3, 7.
func ordinals(items []int) string {
	var parts []string
	for i := 0; i < len(items); {
		end := i
		for end+1 < len(items) && items[end+1] == items[end]+1 {
			end++
		}
		part := strconv.Itoa(items[i])
		if end > i {
			part += "–" + strconv.Itoa(items[end])
		}
		parts = append(parts, part)
		i = end + 1
	}
	return strings.Join(parts, ", ")
}

// dayText is a day as people of the language write it.
func dayText(language string, day calendar.Date) string {
	parts := strings.Split(day.String(), "-")
	if language != "ru" || len(parts) != 3 {
		return day.String()
	}
	return parts[2] + "." + parts[1] + "." + parts[0]
}
