package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tamga/internal/shape"
)

// Verify returns the first condition of the shape the document does not meet, with the path of its place: an element
// that is missing or stands too often, two of one choice, a value that does not fit. Ready-made elements are taken on
// trust.
func (d *Document) Verify() error {
	if d.fault != nil {
		return d.fault
	}
	v := verifier{Document: d, filled: d.filled()}
	for i := range d.nodes {
		if !v.filled[i] || d.nodes[i].state == raw || d.nodes[i].element < 0 {
			continue
		}
		check := v.parts
		if d.declaration(int32(i)).Simple >= 0 {
			check = v.value
		}
		if err := check(int32(i)); err != nil {
			return fmt.Errorf("%s: %w", d.path(int32(i)), err)
		}
	}
	return nil
}

type verifier struct {
	*Document
	filled []bool
	// counts and chosen are how often each slot of a type is filled and by what, used anew for every element.
	counts [shape.MaxSlots]int
	chosen [shape.MaxSlots]int32
}

func (v *verifier) value(i int32) error {
	simple := &v.shape.Simples[v.declaration(i).Simple]
	value := v.nodes[i].text
	if simple.Collapses() {
		value = collapse(value)
	}
	if breach := simple.Check([]byte(value)); breach != shape.Fits {
		return fmt.Errorf("the value must be %s", simple.Want(breach))
	}
	return nil
}

// collapse makes every run of white space one blank and drops it around the text.
func collapse(text string) string {
	if !strings.ContainsAny(text, " \t\r\n") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }), " ")
}

func (v *verifier) parts(i int32) error {
	kind := &v.shape.Types[v.declaration(i).Type]
	clear(v.counts[:len(kind.Slots)])
	for child := v.nodes[i].first; child >= 0; child = v.nodes[child].next {
		if !v.filled[child] {
			continue
		}
		slot := kind.Any
		if part := v.declaration(child); part != nil {
			slot = part.Slot
		}
		if v.counts[slot] > 0 && v.chosen[slot] != v.nodes[child].element {
			return fmt.Errorf("two of one choice")
		}
		v.counts[slot]++
		v.chosen[slot] = v.nodes[child].element
	}
	for number, slot := range kind.Slots {
		if n := v.counts[number]; n < slot.Least || n > slot.Most {
			return fmt.Errorf("%s stands %d times", v.slotName(number, kind), n)
		}
	}
	return nil
}

func (d *Document) slotName(slot int, kind *shape.Type) string {
	if first := kind.Slots[slot].First; first < kind.Slots[slot].End {
		return d.shape.Elements[first].Name
	}
	return "content"
}

// path names the place of a node as At takes it, with ordinals where the element may repeat.
func (d *Document) path(i int32) string {
	var steps []string
	for {
		parent, ordinal := d.above(i)
		element := d.declaration(i)
		step := "*"
		if element != nil {
			step = element.Name
		}
		if element != nil && element.Repeats() {
			step += "[" + strconv.Itoa(ordinal) + "]"
		}
		steps = append(steps, step)
		if parent < 0 {
			slices.Reverse(steps)
			return "/" + strings.Join(steps, "/")
		}
		i = parent
	}
}

// above returns the parent of a node, -1 for the root, and the number of the node among those of its element.
func (d *Document) above(i int32) (parent int32, ordinal int) {
	for parent := i - 1; parent >= 0; parent-- {
		ordinal := 0
		for child := d.nodes[parent].first; child >= 0; child = d.nodes[child].next {
			if d.nodes[child].element == d.nodes[i].element {
				ordinal++
			}
			if child == i {
				return parent, ordinal
			}
		}
	}
	return -1, 1
}
