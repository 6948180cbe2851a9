package compiled

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// output compiles an action that writes: a value, and the escapers that html/template put behind it.
func (s *scope) output(n *parse.ActionNode, dot reflect.Type) (step, error) {
	commands := n.Pipe.Cmds
	first := len(commands)
	for first > 1 && isEscaper(commands[first-1]) {
		first--
	}
	if first == len(commands) {
		return nil, s.unknown(n, "no escaper")
	}
	v, err := s.commands(n.Pipe, commands[:first], dot)
	if err != nil {
		return nil, err
	}
	if v.typ == nil {
		return nil, s.unknown(n, "no data")
	}
	e, err := s.escaper(commands[first:])
	if err != nil {
		return nil, s.unknown(n, err.Error())
	}
	return writing(v, e), nil
}

// isEscaper tells the commands that html/template adds, and the predefined escapers that it lets templates end an action with.
func isEscaper(c *parse.CommandNode) bool {
	name, ok := c.Args[0].(*parse.IdentifierNode)
	return ok && len(c.Args) == 1 && (strings.HasPrefix(name.Ident, "_html_template_") || name.Ident == "html" || name.Ident == "urlquery")
}

// writing chooses the way to write values of a type.
func writing(v value, e *escaper) step {
	find := v.find
	write := e.forText(v.typ)
	switch {
	case write != nil:
		return func(m *machine, dot reflect.Value) signal {
			found, ok := find(m, dot)
			if ok && (write(m.w, found.String()) || e.write(m.w, found)) {
				return proceed
			}
			return giveUp
		}
	case e.keepsDigits && isInt(v.typ) && v.typ.NumMethod() == 0:
		return func(m *machine, dot reflect.Value) signal {
			found, ok := find(m, dot)
			if !ok {
				return giveUp
			}
			m.w.Write(strconv.AppendInt(m.w.AvailableBuffer(), found.Int(), 10))
			return proceed
		}
	}
	return func(m *machine, dot reflect.Value) signal {
		found, ok := find(m, dot)
		if ok && e.write(m.w, found) {
			return proceed
		}
		return giveUp
	}
}

// escaper is a chain of escapers at the end of an action.
type escaper struct {
	names       []string
	keepsDigits bool // digits and a minus come out as they went in
	// itself is a template of html/template that runs the chain on its data, for what is not written out here.
	itself *template.Template
}

func (c *compiler) escaper(commands []*parse.CommandNode) (*escaper, error) {
	e := &escaper{keepsDigits: true}
	for _, command := range commands {
		name := command.Args[0].(*parse.IdentifierNode).Ident
		e.names = append(e.names, name)
		e.keepsDigits = e.keepsDigits && keepsDigits[name]
	}
	key := strings.Join(e.names, " ")
	if known := c.escapers[key]; known != nil {
		return known, nil
	}
	var err error
	if e.itself, err = escaping(commands); err != nil {
		return nil, err
	}
	c.escapers[key] = e
	return e, nil
}

// keepsDigits are the escapers that do nothing to a whole number.
var keepsDigits = map[string]bool{
	"_html_template_urlfilter":     true,
	"_html_template_urlnormalizer": true,
	"_html_template_urlescaper":    true,
	"_html_template_htmlescaper":   true,
	"_html_template_attrescaper":   true,
	"_html_template_rcdataescaper": true,
}

// escaping makes the template {{. | commands}}. The escapers have no names that a template may be written with, so they are put
// into one that html/template has finished.
func escaping(commands []*parse.CommandNode) (*template.Template, error) {
	t, err := template.New("escaping").Parse("{{.}}")
	if err != nil {
		return nil, err
	}
	if err := t.Execute(io.Discard, ""); err != nil {
		return nil, err
	}
	pipe := t.Tree.Root.Nodes[0].(*parse.ActionNode).Pipe
	pipe.Cmds = append(pipe.Cmds[:1:1], commands...)
	return t, nil
}

// write has html/template escape a value.
func (e *escaper) write(w *bytes.Buffer, v reflect.Value) bool {
	return e.itself.Execute(w, v.Interface()) == nil
}
