package generator

import (
	"sync"

	"courtsite/generator/source"
)

// keptTexts is how many bytes of texts stay in memory between the reading of heads and the stream of bodies. What is beyond it is read twice, so that
// memory does not grow with the site.
const keptTexts = 8 << 20

// texts are pages' texts that were read for their heads and wait for their bodies to be parsed. Safe for concurrent use.
type texts struct {
	mu   sync.Mutex
	kept map[string]source.Text
	size int
}

// keep keeps a text if there is room.
func (t *texts) keep(name string, text source.Text) (kept bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.size+len(text.Bytes) > keptTexts {
		return false
	}
	t.size += len(text.Bytes)
	if t.kept == nil {
		t.kept = map[string]source.Text{}
	}
	t.kept[name] = text
	return true
}

// take gives a text that was kept, and forgets it.
func (t *texts) take(name string) (source.Text, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	text, found := t.kept[name]
	delete(t.kept, name)
	return text, found
}
