package page

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

// scratch is the memory of one text that the next can have: the nodes that there are most of, and what is gathered on the way.
type scratch struct {
	words
	texts      pieces[ast.Text]
	paragraphs pieces[ast.Paragraph]
	emphases   pieces[ast.Emphasis]
	delimiters pieces[parser.Delimiter]
	passages   []passage
	text       []byte
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

var scratchKey = parser.NewContextKey()

func scratchOf(pc parser.Context) *scratch { return pc.Get(scratchKey).(*scratch) }

// most is how many pieces of one kind, or bytes of text in hundreds, are kept for the next text: an outsize one must not stay in memory.
const most = 1024

// reset makes the scratch ready for the next text; false where it has grown too much for that.
func (s *scratch) reset() bool {
	if s.texts.many() || s.paragraphs.many() || s.emphases.many() || s.delimiters.many() || cap(s.passages) > most || cap(s.text) > most*100 {
		return false
	}
	s.words = words{}
	s.texts.reset(func(t *ast.Text) { *t = ast.Text{} })
	s.paragraphs.reset(func(p *ast.Paragraph) {
		lines := *p.Lines()
		*p = ast.Paragraph{}
		lines.SetSliced(0, 0) // its memory stays
		p.SetLines(&lines)
	})
	s.emphases.reset(func(e *ast.Emphasis) { *e = ast.Emphasis{} })
	s.delimiters.reset(func(d *parser.Delimiter) { *d = parser.Delimiter{} })
	clear(s.text) // so that whoever holds on to it sees it
	s.passages, s.text = s.passages[:0], s.text[:0]
	return true
}

// delimiter is used again once goldmark has taken all delimiters of a block out of it.
func (s *scratch) delimiter(pc parser.Context) *parser.Delimiter {
	if pc.LastDelimiter() == nil {
		s.delimiters.used = 0
	}
	d := s.delimiters.next()
	*d = parser.Delimiter{}
	return d
}

// pieces are values of one type, made several at a time. A pointer to one holds until they are reset.
type pieces[T any] struct {
	parts [][]T
	used  int
}

const partSize = 16

func (p *pieces[T]) next() *T {
	if p.used == len(p.parts)*partSize {
		p.parts = append(p.parts, make([]T, partSize))
	}
	t := &p.parts[p.used/partSize][p.used%partSize]
	p.used++
	return t
}

func (p *pieces[T]) many() bool { return len(p.parts)*partSize > most }

func (p *pieces[T]) reset(clean func(*T)) {
	for i := range p.used {
		clean(&p.parts[i/partSize][i%partSize])
	}
	p.used = 0
}
