package shape

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// automaton matches whole values against a pattern, one step for each character.
type automaton struct {
	// ascii sorts the characters below 128 into classes; bounds sorts the others: the class of a character is the
	// number of bounds not above it.
	ascii  [utf8.RuneSelf]uint8
	bounds []rune
	// steps has for each state and class the next state; 0 is the state in which nothing matches any more.
	steps   []uint16
	classes int
	accepts []bool
}

// begin is the state before the first character.
const begin = 1

// maxStates keeps a pattern from costing more than it is worth.
const maxStates = 2000

// match reports whether the value follows the pattern from its first to its last character.
func (a *automaton) match(value []byte) bool {
	state := uint16(begin)
	for i := 0; i < len(value) && state != 0; {
		var class int
		width := 1
		if b := value[i]; b < utf8.RuneSelf {
			class = int(a.ascii[b])
		} else {
			var r rune
			r, width = utf8.DecodeRune(value[i:])
			class = a.class(r)
		}
		state = a.steps[int(state)*a.classes+class]
		i += width
	}
	return a.accepts[state]
}

func (a *automaton) class(r rune) int {
	class := 0
	for class < len(a.bounds) && a.bounds[class] <= r {
		class++
	}
	return class
}

// compilePattern makes an automaton of a pattern of XML Schema. Only what means the same there and in package regexp
// is taken; digits are the ten of ASCII, where XML Schema would also take those of other scripts.
func compilePattern(pattern string) (*automaton, error) {
	if err := supported(pattern); err != nil {
		return nil, err
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl&^syntax.UnicodeGroups)
	if err != nil {
		return nil, err
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, err
	}
	return determine(program)
}

// supported refuses by name what the two languages read differently.
func supported(pattern string) error {
	inClass := false
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\' && i+1 < len(pattern):
			i++
			if !strings.ContainsRune(`dD.\-[]()|*+?{}/`, rune(pattern[i])) {
				return fmt.Errorf(`\%c is not supported`, pattern[i])
			}
		case c == '[' && inClass:
			return fmt.Errorf("a class in a class is not supported")
		case c == '[':
			inClass = true
		case c == ']':
			inClass = false
		case !inClass && strings.HasPrefix(pattern[i:], "(?"):
			return fmt.Errorf("(? is not supported")
		case !inClass && (c == '^' || c == '$' || c == '.'):
			return fmt.Errorf("%c is not supported", c)
		}
	}
	return nil
}

// determine turns a program that follows many threads into an automaton that is in one state.
func determine(program *syntax.Prog) (*automaton, error) {
	a := &automaton{bounds: boundsOf(program)}
	for r := range rune(utf8.RuneSelf) {
		a.ascii[r] = uint8(a.class(r))
	}
	a.classes = len(a.bounds) + 1
	if a.classes > 255 {
		return nil, fmt.Errorf("more than 254 classes of characters")
	}
	d := determiner{program: program, automaton: a, numbers: map[string]uint16{}}
	d.state(nil)
	d.state(d.closure([]uint32{uint32(program.Start)}))
	for state := begin; state < len(d.threads); state++ {
		for class := range a.classes {
			next := d.closure(d.step(d.threads[state], d.sample(class)))
			a.steps[state*a.classes+class] = d.state(next)
		}
		if len(d.threads) > maxStates {
			return nil, fmt.Errorf("more than %d states", maxStates)
		}
	}
	return a, nil
}

// boundsOf lists where the ranges of characters of a program begin and end.
func boundsOf(program *syntax.Prog) []rune {
	var bounds []rune
	for _, inst := range program.Inst {
		switch inst.Op {
		case syntax.InstRune, syntax.InstRune1:
			for i := 0; i < len(inst.Rune); i += 2 {
				last := inst.Rune[min(i+1, len(inst.Rune)-1)]
				bounds = append(bounds, inst.Rune[i], last+1)
			}
		}
	}
	slices.Sort(bounds)
	return slices.DeleteFunc(slices.Compact(bounds), func(r rune) bool { return r == 0 || r > unicode.MaxRune })
}

type determiner struct {
	program   *syntax.Prog
	automaton *automaton
	threads   [][]uint32
	numbers   map[string]uint16
}

// state returns the number of a set of threads, giving it one when it is new.
func (d *determiner) state(threads []uint32) uint16 {
	key := fmt.Sprint(threads)
	if number, known := d.numbers[key]; known {
		return number
	}
	number := uint16(len(d.threads))
	d.numbers[key] = number
	d.threads = append(d.threads, threads)
	a := d.automaton
	a.steps = append(a.steps, make([]uint16, a.classes)...)
	a.accepts = append(a.accepts, slices.ContainsFunc(threads, func(pc uint32) bool {
		return d.program.Inst[pc].Op == syntax.InstMatch
	}))
	return number
}

// sample returns a character of the class.
func (d *determiner) sample(class int) rune {
	if class == 0 {
		return 0
	}
	return d.automaton.bounds[class-1]
}

// step returns the threads that go on after the character.
func (d *determiner) step(threads []uint32, r rune) []uint32 {
	var next []uint32
	for _, pc := range threads {
		inst := &d.program.Inst[pc]
		switch inst.Op {
		case syntax.InstRune, syntax.InstRune1:
			if inst.MatchRune(r) {
				next = append(next, inst.Out)
			}
		}
	}
	return next
}

// closure follows what needs no character.
func (d *determiner) closure(threads []uint32) []uint32 {
	seen := map[uint32]bool{}
	for len(threads) > 0 {
		pc := threads[len(threads)-1]
		threads = threads[:len(threads)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		inst := d.program.Inst[pc]
		switch inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			threads = append(threads, inst.Out, inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			threads = append(threads, inst.Out)
		}
	}
	var all []uint32
	for pc := range seen {
		switch d.program.Inst[pc].Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstMatch:
			all = append(all, pc)
		}
	}
	slices.Sort(all)
	return all
}
