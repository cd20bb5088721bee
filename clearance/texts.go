package clearance

import "embed"

// Texts holds texts.en.toml and texts.ru.toml: a sentence for every state, event, reason, criterion and measure under
// "state.…", "event.…", "reason.…", "criterion.…", "measure.…" and "instruction.…". They are rendered at the door.
//
//go:embed texts.en.toml texts.ru.toml
var Texts embed.FS
