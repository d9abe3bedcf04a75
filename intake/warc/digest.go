package warc

import (
	"crypto/md5"  //nolint:gosec // compared with what archives recorded, never relied on
	"crypto/sha1" //nolint:gosec // what most archives record
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"
)

// algorithms are the digests that archives name.
var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha-1": sha1.New, "sha256": sha256.New, "sha-256": sha256.New, "sha512": sha512.New, "sha-512": sha512.New,
}

// digestDamage says which of the record's digests its bytes do not have, or
// nothing. Programs differ in what they take for the payload: the body as it
// came, or with one or both codings undone; any will do.
func (rec *record) digestDamage(block []byte, payloads ...[]byte) string {
	if stated := rec.fields["warc-block-digest"]; !matches(stated, block) {
		return fmt.Sprintf("its block does not have the digest %s that the archive recorded", stated)
	}
	stated := rec.fields["warc-payload-digest"]
	for _, payload := range payloads {
		if matches(stated, payload) {
			return ""
		}
	}
	return fmt.Sprintf("its content does not have the digest %s that the archive recorded", stated)
}

// matches reports whether content has a stated digest, "sha1:" and base 32 or
// hexadecimal. One that is not stated, or that is of no known algorithm, is not
// held against it.
func matches(stated string, content []byte) bool {
	name, value, found := strings.Cut(stated, ":")
	newHash := algorithms[strings.ToLower(name)]
	if !found || newHash == nil {
		return true
	}
	h := newHash()
	h.Write(content)
	sum := h.Sum(nil)
	return strings.EqualFold(value, hex.EncodeToString(sum)) ||
		strings.EqualFold(strings.TrimRight(value, "="), strings.TrimRight(base32.StdEncoding.EncodeToString(sum), "="))
}
