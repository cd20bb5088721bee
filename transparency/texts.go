package transparency

import "embed"

// Texts holds texts.en.toml and texts.ru.toml: for every code, a sentence with the arguments of a Defect in braces. They
// are rendered at the door, never here.
//
//go:embed texts.en.toml texts.ru.toml
var Texts embed.FS
