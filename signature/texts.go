package signature

import "embed"

// Texts holds texts.en.toml and texts.ru.toml: a sentence for every code, with {field} where a Defect has one, and a word
// for every state and aspect of a verdict. They are rendered at the door, never here.
//
//go:embed texts.en.toml texts.ru.toml
var Texts embed.FS
