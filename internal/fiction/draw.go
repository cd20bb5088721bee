package fiction

import (
	"fmt"
	"strings"
)

// draw is a small generator of numbers from a seed (SplitMix64): the same on every machine and for ever.
type draw uint64

func (d *draw) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (d *draw) below(n int) int { return int(d.next() % uint64(n)) }

func (d *draw) between(low, high int) int { return low + d.below(high-low+1) }

func (d *draw) uuid() string {
	high, low := d.next(), d.next()
	return fmt.Sprintf("%08x-%04x-4%03x-a%03x-%012x",
		high>>32, high>>16&0xffff, high&0xfff, low>>52&0xfff, low&0xffffffffffff)
}

func upper(text string) string { return strings.ToUpper(text) }
