package transparency

import (
	"strconv"

	"tamga/customs"
)

// Code names what is wrong with evidence. The texts are in texts.en.toml and texts.ru.toml.
type Code string

// What is wrong with a record.
const (
	// RecordForm: the bytes are not a record in canonical form; Field is the line, empty for the whole.
	RecordForm Code = "record.form"
	// RecordValue: the line Field has a value it cannot have.
	RecordValue Code = "record.value"
	// RecordKind: this program does not know the kind; a newer one may.
	RecordKind Code = "record.kind"
	// RecordLog: the record was made for another log; Want is this log, Got the record's.
	RecordLog Code = "record.log"
	// RecordTwice: the record's identifier stands in the log before; Want is the index where, Got the identifier.
	RecordTwice Code = "record.twice"
)

// What is wrong with a checkpoint.
const (
	// CheckpointForm: the bytes are not a signed note with the three lines of a checkpoint.
	CheckpointForm Code = "checkpoint.form"
	// CheckpointSignature: no key that is trusted for the log signed it, or the signature does not fit the text.
	CheckpointSignature Code = "checkpoint.signature"
	// CheckpointOrigin: it is a checkpoint of another log; Want is the trusted log, Got the checkpoint's.
	CheckpointOrigin Code = "checkpoint.origin"
	// CheckpointAhead: it counts more records than the log has; Want is the checkpoint's size, Got the log's.
	CheckpointAhead Code = "checkpoint.ahead"
	// CheckpointRoot: the records do not give the root that was signed; Want is the signed root, Got the recomputed one.
	CheckpointRoot Code = "checkpoint.root"
	// CheckpointBack: it counts fewer records than one issued before it; Want is the earlier size, Got this one's.
	CheckpointBack Code = "checkpoint.back"
	// CheckpointFork: another root was signed for the same size before; Want is the earlier root, Got this one's.
	CheckpointFork Code = "checkpoint.fork"
)

// What is wrong with the tree and its stored hashes.
const (
	// TreeSize: a size is negative or beyond MaxSize.
	TreeSize Code = "tree.size"
	// TreeRoot: the stored hashes do not give the root that the tree should have; Want is that root, Got theirs.
	TreeRoot Code = "tree.root"
	// LeafLength: a leaf is empty or longer than MaxRecord; At is its index.
	LeafLength Code = "leaf.length"
	// HashDiffers: the stored hash with index At is not what the records give; Want is right, Got stored.
	HashDiffers Code = "hash.differs"
	// LeafUnread: a leaf could not be read; At is its index. Nothing after it was judged.
	LeafUnread Code = "leaf.unread"
	// HashUnread: a stored hash could not be read; At is the index of the first that was asked for.
	HashUnread Code = "hash.unread"
)

// What is wrong with a proof.
const (
	// ProofForm: the file is not a proof as this program prints it.
	ProofForm Code = "proof.form"
	// ProofIndex: the index is outside the tree of the checkpoint; At is the index, Want the tree's size.
	ProofIndex Code = "proof.index"
	// ProofPath: the hashes do not lead from the record to the signed root.
	ProofPath Code = "proof.path"
	// ProofDocument: the document is not the one recorded; Want is the digest recorded, Got the document's.
	ProofDocument Code = "proof.document"
	// ConsistencyOrder: the newer checkpoint is smaller than the older; Want is the older size, Got the newer.
	ConsistencyOrder Code = "consistency.order"
	// ConsistencyPath: the hashes do not show that the newer tree begins with the older.
	ConsistencyPath Code = "consistency.path"
)

// What is wrong with the reading of tiles.
const (
	// TilePathForm: the path is not one of the layout's.
	TilePathForm Code = "tile.path"
	// TileAbsent: the tree has no such tile yet; At is the tree's size.
	TileAbsent Code = "tile.absent"
	// TileForm: the tile's bytes are not as long as they should be, or entries do not fill it exactly.
	TileForm Code = "tile.form"
)

// Codes lists all codes.
var Codes = []Code{
	RecordForm, RecordValue, RecordKind, RecordLog, RecordTwice,
	CheckpointForm, CheckpointSignature, CheckpointOrigin, CheckpointAhead, CheckpointRoot, CheckpointBack, CheckpointFork,
	TreeSize, TreeRoot, LeafLength, HashDiffers, LeafUnread, HashUnread,
	ProofForm, ProofIndex, ProofPath, ProofDocument, ConsistencyOrder, ConsistencyPath,
	TilePathForm, TileAbsent, TileForm,
}

// Nowhere is At of a defect that has no place.
const Nowhere = -1

// Defect is one thing wrong with evidence: a code and typed arguments, never prose. It serves as an error and as a line of
// an Audit.
type Defect struct {
	Code Code
	// At is an index, counted from 0, of what the code says: a record, a checkpoint in the order given, a stored hash;
	// Nowhere when there is none.
	At int64
	// Field is the name of a line of the record.
	Field string
	// Want and Got are what should be and what is, where the code says so.
	Want, Got string
	// Err is the cause when something could not be read.
	Err error
}

// Error writes the code and arguments, for the operator.
func (d *Defect) Error() string {
	text := "evidence: " + string(d.Code)
	if d.At != Nowhere {
		text += " at " + strconv.FormatInt(d.At, 10)
	}
	if d.Field != "" {
		text += ", line " + d.Field
	}
	if d.Want != "" || d.Got != "" {
		text += ": want " + strconv.Quote(d.Want) + ", got " + strconv.Quote(d.Got)
	}
	if d.Err != nil {
		text += ": " + d.Err.Error()
	}
	return text
}

// Unwrap gives the defect its place among the things the program cannot do: NotFound for an absent tile, Invalid for a
// malformed path or value, Internal for what could not be read, Corrupt for all else.
func (d *Defect) Unwrap() error {
	code := customs.Corrupt
	switch d.Code {
	case TileAbsent:
		code = customs.NotFound
	case TilePathForm, RecordValue, RecordKind, LeafLength, TreeSize, ProofIndex:
		code = customs.Invalid
	case LeafUnread, HashUnread:
		code = customs.Internal
	}
	return &customs.Error{Code: code, Op: "verify evidence", Subject: string(d.Code), Err: d.Err}
}
