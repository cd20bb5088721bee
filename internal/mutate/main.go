// Command mutate plants small defects in packages, one at a time, and expects their
// tests to turn red. A defect nobody notices names a line no test holds.
//
// Read defect.go for what is planted and trial.go for how a defect is tried: the
// tree is never touched, the Go command is given the changed file as an overlay.
//
//	go run ./internal/mutate -sample 50 ./duty ./validation
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"time"
)

type settings struct {
	sample  int
	seed    uint64
	atLeast int
	timeout time.Duration
}

func main() {
	var s settings
	flag.IntVar(&s.sample, "sample", 0, "try so many defects, drawn at random; 0 tries all")
	flag.Uint64Var(&s.seed, "seed", 1, "the seed of the draw")
	flag.IntVar(&s.atLeast, "at-least", 0, "fail when fewer per cent of the defects are noticed")
	flag.DurationVar(&s.timeout, "timeout", time.Minute, "a test that runs longer has noticed the defect")
	flag.Parse()
	if err := run(s, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(s settings, packages []string) error {
	defects, err := findAll(packages)
	if err != nil {
		return err
	}
	draw := rand.New(rand.NewPCG(s.seed, s.seed))
	draw.Shuffle(len(defects), func(i, j int) { defects[i], defects[j] = defects[j], defects[i] })
	noticed, tried := 0, 0
	for _, d := range defects {
		if s.sample > 0 && tried == s.sample {
			break
		}
		verdict, err := try(d, s.timeout)
		if err != nil {
			return err
		}
		if verdict == doesNotBuild {
			continue
		}
		tried++
		if verdict == red {
			noticed++
			continue
		}
		fmt.Printf("not noticed: %s\n", d)
	}
	if tried == 0 {
		return fmt.Errorf("no defects to plant in %v", packages)
	}
	share := noticed * 100 / tried
	fmt.Printf("%d of %d planted defects noticed (%d %%), seed %d\n", noticed, tried, share, s.seed)
	if share < s.atLeast {
		return fmt.Errorf("at least %d %% must be noticed", s.atLeast)
	}
	return nil
}
