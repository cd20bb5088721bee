package house

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// Dependency is a module of others that Tamga uses.
type Dependency struct {
	// Path is the module's path.
	Path string
	// Reason says in a few words what it is for.
	Reason string
	// Importers are the directories whose non-test files may import it, with
	// everything under them; none means tests alone.
	Importers []string
}

// Dependencies checks that every import of others' modules is on the list and in
// a place where it may be, that go.mod requires directly only what is listed, and
// that nothing is listed which go.mod has not.
func (t *Tree) Dependencies(p Plan, allowed []Dependency, goMod []byte) ([]Breach, error) {
	var breaches []Breach
	for _, file := range t.Go {
		for _, spec := range file.Syntax.Imports {
			detail := refuses(p, allowed, file, importPath(spec))
			if detail != "" {
				breaches = append(breaches, Breach{
					Check: "dependency", Where: file.Path, Line: t.line(spec),
					Detail: detail, Instead: "use what is on the list in arch_test.go where it may be used, or the standard library",
				})
			}
		}
	}
	required, err := requirements(allowed, goMod)
	return append(breaches, required...), err
}

// refuses says why a file may not import a path, "" when it may.
func refuses(p Plan, allowed []Dependency, file *File, target string) string {
	first, _, _ := strings.Cut(target, "/")
	if !strings.Contains(first, ".") || target == Module || strings.HasPrefix(target, Module+"/") {
		return ""
	}
	for _, d := range allowed {
		if target != d.Path && !strings.HasPrefix(target, d.Path+"/") {
			continue
		}
		if within(file.Dir, d.Importers) || p.tests(file) {
			return ""
		}
		places := strings.Join(d.Importers, ", ")
		if places == "" {
			places = "tests"
		}
		return fmt.Sprintf("imports %s, which is only for %s", target, places)
	}
	return fmt.Sprintf("imports %s, which is on no list", target)
}

func requirements(allowed []Dependency, goMod []byte) ([]Breach, error) {
	file, err := modfile.Parse("go.mod", goMod, nil)
	if err != nil {
		return nil, err
	}
	var breaches []Breach
	required := map[string]bool{}
	for _, require := range file.Require {
		required[require.Mod.Path] = true
		listed := slices.ContainsFunc(allowed, func(d Dependency) bool { return d.Path == require.Mod.Path })
		if !require.Indirect && !listed {
			breaches = append(breaches, Breach{
				Check: "dependency", Where: "go.mod", Detail: require.Mod.Path + " is required directly and not on the list",
				Instead: "list it in arch_test.go with its reason, or do without",
			})
		}
	}
	for _, d := range allowed {
		if !required[d.Path] {
			breaches = append(breaches, Breach{
				Check: "dependency", Where: "go.mod", Detail: d.Path + " is on the list and not required",
				Instead: "take it off the list in arch_test.go",
			})
		}
		if d.Reason == "" {
			breaches = append(breaches, Breach{
				Check: "dependency", Where: "go.mod", Detail: d.Path + " is on the list without a reason",
				Instead: "say in a few words what it is for",
			})
		}
	}
	return breaches, nil
}
