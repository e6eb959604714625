package object

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"
)

// padding fills a password up to 32 bytes (ISO 32000-1, 7.6.3.3).
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// keyR4 makes the file key of revisions 2 to 4 from the empty user password;
// nil where the file wants another one.
func (f *File) keyR4(c *crypt, enc Dict) []byte {
	owner, _ := f.Get(enc["O"]).(String)
	user, _ := f.Get(enc["U"]).(String)
	if len(owner) < 32 || len(user) < 16 {
		return nil
	}
	size := f.Int(enc["Length"], 40) / 8
	if c.version == 1 {
		size = 5
	}
	if c.version == 4 {
		size = 16
	}
	size = min(max(size, 5), 16)
	perm := uint32(int64(f.permissions(enc)))
	h := md5.New()
	h.Write([]byte(padding))
	h.Write([]byte(owner[:32]))
	h.Write([]byte{byte(perm), byte(perm >> 8), byte(perm >> 16), byte(perm >> 24)})
	h.Write(f.fileID())
	if c.revision >= 4 && !c.metadata {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if c.revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	key = key[:size]
	if !bytes.HasPrefix([]byte(user), f.userR4(key, c.revision)) {
		return nil
	}
	return key
}

func (f *File) permissions(enc Dict) float64 {
	n, _ := f.Number(enc["P"])
	if n > 1<<32 || n < -(1<<31) {
		return 0
	}
	return n
}

func (f *File) fileID() []byte {
	ids := f.Array(f.Trailer["ID"])
	if len(ids) == 0 {
		return nil
	}
	id, _ := f.Get(ids[0]).(String)
	return []byte(id)
}

// userR4 is what /U must begin with.
func (f *File) userR4(key []byte, revision int) []byte {
	if revision == 2 {
		return unRC4(key, []byte(padding))
	}
	sum := md5.Sum(append([]byte(padding), f.fileID()...))
	out := sum[:]
	for i := range 20 {
		step := bytes.Clone(key)
		for j := range step {
			step[j] ^= byte(i)
		}
		out = unRC4(step, out)
	}
	return out
}

// keyR6 makes the file key of revisions 5 and 6 (AES-256).
func (f *File) keyR6(c *crypt, enc Dict) []byte {
	user, _ := f.Get(enc["U"]).(String)
	wrapped, _ := f.Get(enc["UE"]).(String)
	if len(user) < 48 || len(wrapped) < 32 {
		return nil
	}
	check, keySalt := []byte(user[32:40]), []byte(user[40:48])
	if !bytes.Equal(hashR6(c.revision, check), []byte(user[:32])) {
		return nil
	}
	block, err := aes.NewCipher(hashR6(c.revision, keySalt))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(key, []byte(wrapped[:32]))
	return key
}

// hashR6 is algorithm 2.B for the empty user password; revision 5 stops at the
// first hash.
func hashR6(revision int, salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	if revision < 6 {
		return k
	}
	for round := 0; ; round++ {
		k1 := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(k1, k1)
		mod := 0
		for _, b := range k1[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(k1)
			k = s[:]
		case 1:
			s := sha512.Sum384(k1)
			k = s[:]
		default:
			s := sha512.Sum512(k1)
			k = s[:]
		}
		if round >= 63 && int(k1[len(k1)-1]) <= round-32 {
			return k[:32]
		}
	}
}
