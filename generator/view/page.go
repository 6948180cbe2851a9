package view

// Page is the view of a whole page, of any kind.
type Page interface{ Base() *Frame }

// Base gives the frame, so that header and footer can be put into it.
func (f *Frame) Base() *Frame { return f }
