// Command tamga is the whole of Tamga in one binary: it checks and assesses declarations on their own, explains
// findings, makes fictional declarations, lodges them, and is the office that clears them.
//
// Read main.go for the list of commands; each command stands in the file of its name, terminal.go is what all of them
// write to, paper.go how a file becomes a document to be examined.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/alecthomas/kong"
)

// The exit codes every command keeps to.
const (
	// exitRefused: a document was judged or assessed, and something in it bars it.
	exitRefused = 1
	// exitUnreadable: a file, an argument or a server could not be used at all.
	exitUnreadable = 2
)

// exit is an error that only carries the code to end with; what is wrong has been said by then.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// commands are what can be typed after the program's name.
type commands struct {
	Lang string `enum:",ru,en" default:"" help:"Language of what is said: ru or en. By default that of LANG, else ru."`

	Check   check   `cmd:"" help:"Judge declarations by format-logical control."`
	Assess  assess  `cmd:"" help:"Say what declarations owe and why, line by line."`
	Explain explain `cmd:"" help:"Say what a finding means, on what act it stands, with an example."`
	Fiction makeUp  `cmd:"" help:"Make fictional declarations, with planted errors on request."`
	Lodge   lodge   `cmd:"" help:"Lodge declarations with an office and keep its receipts."`
	Bench   bench   `cmd:"" help:"Measure how many documents this machine works through in a second."`
	Version version `cmd:"" help:"Say which program, data and rules these are."`

	officeCommands
	auditCommands
}

// collectorPercent spaces out the collector: what lives for ever is a few megabytes of law, so that by default it would
// run after every dozen documents.
const collectorPercent = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectorPercent)
	}
	at := &terminal{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: time.Now, Getenv: os.Getenv,
		Color: os.Getenv("NO_COLOR") == "" && interactive(os.Stdout), Live: interactive(os.Stderr),
	}
	os.Exit(run(os.Args[1:], at))
}

// run does what the arguments ask and returns the code to end with.
func run(arguments []string, at *terminal) int {
	var typed commands
	code := -1
	parser, err := kong.New(&typed,
		kong.Name("tamga"),
		kong.Description("The customs office as a program."),
		kong.Writers(at.Out, at.Err),
		kong.Exit(func(asked int) { code = asked }),
		kong.UsageOnError(),
		kong.Bind(at),
	)
	if err != nil {
		fmt.Fprintln(at.Err, "tamga:", err)
		return exitUnreadable
	}
	chosen, err := parser.Parse(arguments)
	if code >= 0 {
		return code
	}
	if err != nil {
		fmt.Fprintln(at.Err, "tamga:", err)
		return exitUnreadable
	}
	at.speak(typed.Lang)
	return verdictOf(chosen.Run(), at)
}

func verdictOf(err error, at *terminal) int {
	var ended exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &ended):
		return int(ended)
	}
	fmt.Fprintln(at.Err, "tamga:", err)
	return exitUnreadable
}
