package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// verdict is what the tests of a package say to a defect.
type verdict int

const (
	green verdict = iota
	red
	doesNotBuild
)

// try runs the tests of the defect's package with the defect in place of the file.
func try(d defect, timeout time.Duration) (verdict, error) {
	text, err := os.ReadFile(d.file)
	if err != nil {
		return 0, err
	}
	dir, err := os.MkdirTemp("", "tamga-mutate-")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	overlay, err := overlay(dir, d, text)
	if err != nil {
		return 0, err
	}
	run := exec.Command("go", "test", "-overlay="+overlay, "-count=1", "-failfast",
		"-timeout="+timeout.String(), "./"+filepath.ToSlash(filepath.Dir(d.file)))
	said, err := run.CombinedOutput()
	var failed *exec.ExitError
	switch {
	case err == nil:
		return green, nil
	case !errors.As(err, &failed):
		return 0, fmt.Errorf("go test: %w", err)
	case bytes.Contains(said, []byte("[build failed]")), bytes.Contains(said, []byte("[setup failed]")):
		return doesNotBuild, nil
	}
	return red, nil
}

// overlay writes the defective file and the table that puts it in the place of the
// sound one.
func overlay(dir string, d defect, text []byte) (string, error) {
	defective := filepath.Join(dir, filepath.Base(d.file))
	if err := os.WriteFile(defective, d.planted(text), 0o644); err != nil {
		return "", err
	}
	original, err := filepath.Abs(d.file)
	if err != nil {
		return "", err
	}
	table, err := json.Marshal(map[string]map[string]string{"Replace": {original: defective}})
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, table, 0o644)
}
