package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
)

// errLocked says that the file needs a password.
var errLocked = errors.New("locked")

// crypt unlocks a file that everybody can open: many are locked only against changing and copying, with an empty password for reading
// (ISO 32000-2, 7.6).
type crypt struct {
	key     []byte
	aes     bool
	version int
	plain   int // the number of the object that is not locked: the lock itself; 0 for none
}

// padding of passwords (7.6.4.3.2, algorithm 2).
var padding = []byte("\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a")

// unlock tries the empty password.
func unlock(f *file, enc dict) (*crypt, error) {
	if f.get(enc["Filter"]) != name("Standard") {
		return nil, errLocked
	}
	c := &crypt{version: int(f.number(enc["V"]))}
	if r, ok := f.trailer["Encrypt"].(ref); ok {
		c.plain = int(r)
	}
	bits := int(f.number(enc["Length"]))
	switch c.version {
	case 1:
		bits = 40
	case 2, 3:
	case 4, 5:
		filter := f.dict(f.dict(enc["CF"])["StdCF"])
		method := f.get(filter["CFM"])
		c.aes = method == name("AESV2") || method == name("AESV3")
		if !c.aes && method != name("V2") || f.get(enc["StmF"]) != name("StdCF") {
			return nil, errLocked
		}
		bits = 128
	default:
		return nil, errLocked
	}
	if bits < 40 || bits > 128 {
		bits = 40
	}
	if c.version == 5 {
		return c, c.modern(f, enc)
	}
	return c, c.classic(f, enc, bits/8)
}

func (f *file) bytes(v any) []byte {
	t, _ := f.get(v).(text)
	return []byte(t)
}

// classic makes the key of algorithm 2, and sees by algorithms 4 and 5 whether it is right.
func (c *crypt) classic(f *file, enc dict, size int) error {
	owner, user := f.bytes(enc["O"]), f.bytes(enc["U"])
	revision := int(f.number(enc["R"]))
	var id []byte
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		id = f.bytes(ids[0])
	}
	if len(owner) < 32 || len(user) < 32 {
		return errLocked
	}
	h := md5.New()
	h.Write(padding)
	h.Write(owner[:32])
	binary.Write(h, binary.LittleEndian, uint32(int64(f.number(enc["P"]))))
	h.Write(id)
	if open, ok := f.get(enc["EncryptMetadata"]).(bool); ok && !open && revision >= 4 {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	c.key = key[:size]
	if revision < 3 {
		if !bytes.Equal(rc4With(c.key, padding), user[:32]) {
			return errLocked
		}
		return nil
	}
	sum := md5.Sum(append(bytes.Clone(padding), id...))
	check := rc4With(c.key, sum[:])
	for i := byte(1); i <= 19; i++ {
		turned := bytes.Clone(c.key)
		for j := range turned {
			turned[j] ^= i
		}
		check = rc4With(turned, check)
	}
	if !bytes.Equal(check, user[:16]) {
		return errLocked
	}
	return nil
}

func rc4With(key, data []byte) []byte {
	out := make([]byte, len(data))
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, data)
	}
	return out
}

// modern takes the key of algorithm 2.A, with the hash of 2.B from revision 6 on.
func (c *crypt) modern(f *file, enc dict) error {
	user, locked := f.bytes(enc["U"]), f.bytes(enc["UE"])
	if len(user) < 48 || len(locked) < 32 {
		return errLocked
	}
	hash := func(salt []byte) []byte {
		if f.number(enc["R"]) < 6 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hardened(salt)
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return errLocked
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return errLocked
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(c.key, locked[:32])
	return nil
}

// hardened is the hash of algorithm 2.B for an empty password.
func hardened(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// stream unlocks the bytes of a stream.
func (c *crypt) stream(s *stream, data []byte) []byte { return c.open(s.number, data) }

func (c *crypt) open(number int, data []byte) []byte {
	key := c.key
	if c.version < 5 {
		h := md5.New()
		h.Write(c.key)
		h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), 0, 0})
		if c.aes {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(16, len(c.key)+5)]
	}
	if !c.aes {
		return rc4With(key, data)
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 32 || len(data)%16 != 0 {
		return nil
	}
	out := make([]byte, len(data)-16)
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:])
	if n := int(out[len(out)-1]); n >= 1 && n <= 16 {
		out = out[:len(out)-n]
	}
	return out
}

// strings unlocks the strings of an object that stands in the file itself; those of packed objects are locked with their stream.
func (c *crypt) strings(number int, v any, depth int) any {
	if depth > deepest || number == c.plain {
		return v
	}
	switch v := v.(type) {
	case text:
		return text(c.open(number, []byte(v)))
	case array:
		for i := range v {
			v[i] = c.strings(number, v[i], depth+1)
		}
	case dict:
		for k := range v {
			v[k] = c.strings(number, v[k], depth+1)
		}
	case *stream:
		c.strings(number, v.dict, depth+1)
	}
	return v
}
