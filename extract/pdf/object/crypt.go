package object

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
)

// crypt is the standard security handler opened with the empty user password
// (ISO 32000-2, 7.6).
type crypt struct {
	key      []byte
	version  int // V
	revision int // R
	stream   method
	text     method
	metadata bool
}

type method uint8

const (
	plain method = iota
	rc4Method
	aesV2
	aesV3
)

// cipherKey decrypts what belongs to one indirect object.
type cipherKey struct {
	key    []byte
	stream method
	texts  method
}

// decrypt opens an encrypted file with the empty password.
func (f *File) decrypt() error {
	enc := f.Dict(f.Trailer["Encrypt"])
	if enc == nil {
		return nil
	}
	if n := f.Name(enc["Filter"]); n != "Standard" {
		return fmt.Errorf("%w: handler %q", ErrCipher, string(n))
	}
	c := &crypt{version: f.Int(enc["V"], 0), revision: f.Int(enc["R"], 0), metadata: true}
	if b, ok := f.Get(enc["EncryptMetadata"]).(bool); ok {
		c.metadata = b
	}
	if err := f.methods(c, enc); err != nil {
		return err
	}
	if c.revision >= 5 {
		c.key = f.keyR6(c, enc)
	} else {
		c.key = f.keyR4(c, enc)
	}
	if c.key == nil {
		return ErrPassword
	}
	f.Cipher = [...]string{"none", "RC4", "AES-128", "AES-256"}[c.stream]
	f.crypt = c
	f.forget()
	if f.Rebuilt { // object streams could not be read before
		f.scanStreams()
	}
	return nil
}

func (f *File) methods(c *crypt, enc Dict) error {
	switch c.version {
	case 1, 2, 3:
		c.stream, c.text = rc4Method, rc4Method
		return nil
	case 4, 5:
		var err error
		if c.stream, err = f.filterMethod(enc, "StmF"); err != nil {
			return err
		}
		c.text, err = f.filterMethod(enc, "StrF")
		return err
	}
	return fmt.Errorf("%w: version %d", ErrCipher, c.version)
}

func (f *File) filterMethod(enc Dict, key Name) (method, error) {
	name := f.Name(enc[key])
	if name == "" || name == "Identity" {
		return plain, nil
	}
	switch m := f.Name(f.Key(f.Key(enc["CF"], name), "CFM")); m {
	case "None":
		return plain, nil
	case "V2":
		return rc4Method, nil
	case "AESV2":
		return aesV2, nil
	case "AESV3":
		return aesV3, nil
	default:
		return plain, fmt.Errorf("%w: %q", ErrCipher, string(m))
	}
}

// keyFor gives the key of an object's strings and streams.
func (f *File) keyFor(ref Ref) *cipherKey {
	if f.crypt == nil {
		return nil
	}
	return &cipherKey{key: f.crypt.objectKey(ref), stream: f.crypt.stream, texts: f.crypt.text}
}

// objectKey mixes the object's number into the key, except for AES-256.
func (c *crypt) objectKey(ref Ref) []byte {
	if c.version == 5 {
		return c.key
	}
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(ref.ID), byte(ref.ID >> 8), byte(ref.ID >> 16), byte(ref.Gen), byte(ref.Gen >> 8)})
	if c.stream == aesV2 || c.text == aesV2 {
		h.Write([]byte("sAlT"))
	}
	return h.Sum(nil)[:min(len(c.key)+5, 16)]
}

// text decrypts a string; without a key it is as it stands.
func (k *cipherKey) text(b []byte) []byte {
	if k == nil {
		return b
	}
	return undo(k.texts, k.key, b)
}

func (f *File) decryptStream(s *Stream, raw []byte) []byte {
	if f.crypt == nil || f.exempt(s) {
		return raw
	}
	return undo(f.crypt.stream, f.crypt.objectKey(s.Ref), raw)
}

func (f *File) exempt(s *Stream) bool {
	switch s.Dict["Type"] {
	case Name("XRef"):
		return true
	case Name("Metadata"):
		return !f.crypt.metadata
	}
	names, parms := f.filters(s)
	if len(names) > 0 && names[0] == "Crypt" {
		n := f.Name(parms[0]["Name"])
		return n == "" || n == "Identity"
	}
	return false
}

func undo(m method, key, data []byte) []byte {
	switch m {
	case rc4Method:
		return unRC4(key, data)
	case aesV2, aesV3:
		return unAES(key, data)
	}
	return data
}

// unRC4 undoes RC4, and does it: the two are one.
func unRC4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// unAES undoes AES-CBC with the vector in front and the padding behind.
func unAES(key, data []byte) []byte {
	n := (len(data) - aes.BlockSize) / aes.BlockSize * aes.BlockSize
	if n <= 0 {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, n)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:aes.BlockSize+n])
	if pad := int(out[n-1]); pad >= 1 && pad <= aes.BlockSize {
		out = out[:n-pad]
	}
	return out
}
