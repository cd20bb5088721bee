package main

import "runtime/debug"

// version says which program, reference data and rules these are.
type version struct{}

// Run prints them.
func (version) Run(at *terminal) error {
	law, err := theLaw()
	if err != nil {
		return err
	}
	built := "devel"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		built = info.Main.Version
	}
	at.line("%s", at.say("version", "version", built, "edition", law.Edition, "rules", law.Rules))
	return nil
}
