package compiled

import "bytes"

// Run executes the program alone; it tells whether html/template would have to take over.
func (p *Program) Run(w *bytes.Buffer, data any) bool { return p.run(w, data) }
