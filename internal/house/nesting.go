package house

import "go/ast"

// deepest is how many statements with a body stand in one another: a condition in
// a loop in a function is 2. The arms of "else if" and the cases of a switch stand
// beside one another; a function literal adds nothing of its own.
func deepest(body *ast.BlockStmt) int {
	worst := 0
	ast.Walk(nest{worst: &worst}, body)
	return worst
}

type nest struct {
	depth int
	worst *int
}

// Visit goes one deeper under each statement that has a body.
func (n nest) Visit(node ast.Node) ast.Visitor {
	inner := nest{depth: n.depth + 1, worst: n.worst}
	switch s := node.(type) {
	case *ast.IfStmt:
		*n.worst = max(*n.worst, inner.depth)
		n.condition(s, inner)
		return nil
	case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		*n.worst = max(*n.worst, inner.depth)
		return inner
	}
	return n
}

func (n nest) condition(s *ast.IfStmt, inner nest) {
	if s.Init != nil {
		ast.Walk(n, s.Init)
	}
	ast.Walk(n, s.Cond)
	ast.Walk(inner, s.Body)
	switch other := s.Else.(type) {
	case *ast.IfStmt:
		ast.Walk(n, other)
	case *ast.BlockStmt:
		ast.Walk(inner, other)
	}
}
