package transparency

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"tamga/internal/canonical"
)

// maxProofFile bounds the file of a proof: a checkpoint with many signatures, and 52 hashes.
const maxProofFile = 2 * canonical.MaxNote

const proofFormat = "tamga-proof 1"

// Proof shows that one record stands in a log, to someone who has only the log's key.
type Proof struct {
	// Record is the leaf, byte for byte.
	Record []byte
	// Index is the leaf's place in the log, from 0.
	Index int64
	// Path is the siblings from the leaf's up to the root's child, as RFC 6962 §2.1.1 has them.
	Path []Hash
	// Checkpoint is the signed note of the tree in which the path ends.
	Checkpoint []byte
	// Document is the digest of the bytes that the holder says were recorded; zero when none is claimed.
	Document Digest
}

// Proven is what a verified proof shows.
type Proven struct {
	Record     Record
	Index      int64
	Checkpoint Checkpoint
}

// Prove makes the proof of a record under a checkpoint of the source's own log. The error is a *Defect with ProofIndex when
// the checkpoint does not cover the index, or comes from reading the source.
func Prove(index int64, checkpoint []byte, s Source) (Proof, error) {
	c, err := ownCheckpoint(checkpoint)
	if err != nil {
		return Proof{}, err
	}
	if index < 0 || index >= c.Tree.Size {
		return Proof{}, &Defect{Code: ProofIndex, At: index, Want: canonical.Number(c.Tree.Size)}
	}
	path, err := tlog.ProveRecord(c.Tree.Size, index, s)
	if err != nil {
		return Proof{}, &Defect{Code: HashUnread, At: Nowhere, Err: err}
	}
	records, err := s.ReadRecords(index, 1)
	if err != nil || len(records) != 1 {
		return Proof{}, &Defect{Code: LeafUnread, At: index, Err: err}
	}
	return Proof{Record: records[0], Index: index, Path: path, Checkpoint: checkpoint}, nil
}

// Verify checks the proof against a trusted log: the checkpoint is signed, the record is canonical and made for this log,
// the path leads from it to the signed root, and the claimed document, if any, is the record's body. The error is a *Defect.
func (p Proof) Verify(t Trust) (Proven, error) {
	c, err := OpenCheckpoint(p.Checkpoint, t)
	if err != nil {
		return Proven{}, err
	}
	record, err := ParseRecord(p.Record)
	if err != nil {
		return Proven{}, err
	}
	if record.Log != t.Origin {
		return Proven{}, &Defect{Code: RecordLog, At: p.Index, Want: string(t.Origin), Got: string(record.Log)}
	}
	if p.Index < 0 || p.Index >= c.Tree.Size {
		return Proven{}, &Defect{Code: ProofIndex, At: p.Index, Want: canonical.Number(c.Tree.Size)}
	}
	if tlog.CheckRecord(p.Path, c.Tree.Size, c.Tree.Root, p.Index, LeafHash(p.Record)) != nil {
		return Proven{}, &Defect{Code: ProofPath, At: p.Index}
	}
	proven := Proven{Record: record, Index: p.Index, Checkpoint: c}
	if p.Document.IsZero() {
		return proven, nil
	}
	if err := proven.covers(p.Document); err != nil {
		return Proven{}, err
	}
	return proven, nil
}

// VerifyProof reads a proof's file and verifies it.
func VerifyProof(file []byte, t Trust) (Proven, error) {
	p, err := ParseProof(file)
	if err != nil {
		return Proven{}, err
	}
	return p.Verify(t)
}

// Covers says whether the bytes are those the record was made of; the error is a *Defect with ProofDocument.
func (p Proven) Covers(document []byte) error { return p.covers(Sum(document)) }

func (p Proven) covers(document Digest) error {
	if p.Record.Body != document {
		return &Defect{Code: ProofDocument, At: p.Index, Want: digestOrNone(p.Record.Body), Got: document.String()}
	}
	return nil
}

type proofFile struct {
	Format     string  `json:"format"`
	Record     string  `json:"record"`
	Index      int64   `json:"index"`
	Path       []Hash  `json:"path"`
	Checkpoint string  `json:"checkpoint"`
	Document   *Digest `json:"document,omitempty"`
}

// Print writes the proof's file: JSON with fixed order and indentation. Equal proofs have equal files.
func (p Proof) Print() []byte {
	file := proofFile{
		Format: proofFormat, Record: string(p.Record), Index: p.Index, Path: p.Path, Checkpoint: string(p.Checkpoint),
	}
	if file.Path == nil {
		file.Path = []Hash{}
	}
	if !p.Document.IsZero() {
		file.Document = &p.Document
	}
	return printFile(file)
}

// ParseProof reads what Print writes and nothing else: a file that was indented or ordered anew is refused with ProofForm,
// for two spellings of one proof are two files to a court.
func ParseProof(data []byte) (Proof, error) {
	var file proofFile
	if err := parseFile(data, &file); err != nil || file.Format != proofFormat {
		return Proof{}, &Defect{Code: ProofForm, At: Nowhere}
	}
	p := Proof{Record: []byte(file.Record), Index: file.Index, Path: file.Path, Checkpoint: []byte(file.Checkpoint)}
	if file.Document != nil {
		p.Document = *file.Document
	}
	if !bytes.Equal(p.Print(), data) {
		return Proof{}, &Defect{Code: ProofForm, At: Nowhere}
	}
	return p, nil
}

// C2SP writes the same proof in the format of C2SP tlog-proof, the record as its extra data, for verifiers that know
// nothing of Tamga.
func (p Proof) C2SP() []byte {
	var out strings.Builder
	out.WriteString("c2sp.org/tlog-proof@v1\nextra ")
	out.WriteString(base64.StdEncoding.EncodeToString(p.Record))
	out.WriteString("\nindex " + canonical.Number(p.Index) + "\n")
	for _, h := range p.Path {
		out.WriteString(h.String() + "\n")
	}
	out.WriteString("\n")
	out.Write(p.Checkpoint)
	return []byte(out.String())
}

func printFile(file any) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(file); err != nil {
		panic("transparency: a file of strings and numbers always encodes: " + err.Error())
	}
	return out.Bytes()
}

func parseFile(data []byte, file any) error {
	if len(data) > maxProofFile {
		return &Defect{Code: ProofForm, At: Nowhere}
	}
	return json.Unmarshal(data, file)
}
