package office

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"tamga/customs"
	"tamga/transparency"
)

// secretSize is the length of the key under which a case's bodies are kept. Destroying the key destroys the bodies
// and leaves every proof about them standing.
const secretSize = 32

// mostPlain bounds what a stored body unpacks to, against damaged rows.
const mostPlain = 256 << 20

var compressor = sync.OnceValue(func() *zstd.Encoder {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2))
	if err != nil {
		panic(fmt.Errorf("make compressor: %w", err))
	}
	return encoder
})

var expander = sync.OnceValue(func() *zstd.Decoder {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(mostPlain), zstd.WithDecoderConcurrency(2))
	if err != nil {
		panic(fmt.Errorf("make expander: %w", err))
	}
	return decoder
})

func newSecret() []byte {
	secret := make([]byte, secretSize)
	rand.Read(secret)
	return secret
}

// seal compresses and encrypts bytes for a case.
func seal(id customs.CaseID, kind string, secret, plain []byte) (Body, error) {
	sealer, err := cipherOf(secret)
	if err != nil {
		return Body{}, err
	}
	digest := transparency.Sum(plain)
	nonce := make([]byte, sealer.NonceSize())
	rand.Read(nonce)
	packed := compressor().EncodeAll(plain, nil)
	return Body{
		Case: id, Digest: digest, Kind: kind, Length: int64(len(plain)),
		Sealed: sealer.Seal(nonce, nonce, packed, digest[:]),
	}, nil
}

// OpenBody returns the plain bytes of a body and checks that they are the ones the digest names.
func OpenBody(body Body, secret []byte) ([]byte, error) {
	corrupt := func(err error) error {
		return &customs.Error{Code: customs.Corrupt, Op: "open body", Subject: string(body.Case) + " " + body.Kind, Err: err}
	}
	sealer, err := cipherOf(secret)
	if err != nil {
		return nil, corrupt(err)
	}
	if len(body.Sealed) < sealer.NonceSize() {
		return nil, corrupt(fmt.Errorf("only %d bytes", len(body.Sealed)))
	}
	nonce, sealed := body.Sealed[:sealer.NonceSize()], body.Sealed[sealer.NonceSize():]
	packed, err := sealer.Open(nil, nonce, sealed, body.Digest[:])
	if err != nil {
		return nil, corrupt(err)
	}
	plain, err := expander().DecodeAll(packed, nil)
	if err != nil {
		return nil, corrupt(err)
	}
	if transparency.Sum(plain) != body.Digest {
		return nil, corrupt(fmt.Errorf("the digest differs"))
	}
	return plain, nil
}

func cipherOf(secret []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(secret)
	if err != nil {
		return nil, fmt.Errorf("use case secret: %w", err)
	}
	return cipher.NewGCM(block)
}
