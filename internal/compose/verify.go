package compose

import (
	"fmt"
	"strings"
)

// Verify returns the first condition of the shape the document does not meet: an element that is missing or stands too
// often, two of one choice, a value that does not fit. Ready-made elements are taken on trust.
func (d *Document) Verify() error {
	if d.fault != nil {
		return d.fault
	}
	filled := d.filled()
	for i := range d.nodes {
		if !filled[i] || d.nodes[i].state == raw || d.nodes[i].element < 0 {
			continue
		}
		if err := d.verify(int32(i), filled); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) verify(i int32, filled []bool) error {
	element := d.declaration(i)
	if element.Simple >= 0 {
		simple := &d.shape.Simples[element.Simple]
		value := d.nodes[i].text
		if simple.Collapses() {
			value = strings.Join(strings.Fields(value), " ")
		}
		if breach := simple.Check([]byte(value)); breach != 0 {
			return fmt.Errorf("%s: the value must be %s", element.Name, simple.Want(breach))
		}
		return nil
	}
	kind := &d.shape.Types[element.Type]
	counts := make([]int, len(kind.Slots))
	chosen := make([]int32, len(kind.Slots))
	for child := d.nodes[i].first; child >= 0; child = d.nodes[child].next {
		if !filled[child] {
			continue
		}
		slot := kind.Any
		if part := d.declaration(child); part != nil {
			slot = part.Slot
		}
		if counts[slot] > 0 && chosen[slot] != d.nodes[child].element {
			return fmt.Errorf("%s: two of one choice", element.Name)
		}
		counts[slot]++
		chosen[slot] = d.nodes[child].element
	}
	for number, slot := range kind.Slots {
		if counts[number] < slot.Least || counts[number] > slot.Most {
			return fmt.Errorf("%s: %s stands %d times", element.Name, d.slotName(number, element.Type), counts[number])
		}
	}
	return nil
}

func (d *Document) slotName(slot, kind int) string {
	first := d.shape.Types[kind].Slots[slot].First
	if first >= d.shape.Types[kind].Slots[slot].End {
		return "content"
	}
	return d.shape.Elements[first].Name
}
