package pdf

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// about reads what the file says of itself: its information dictionary (14.3.3) and its metadata in XML (14.3.2).
func (r *reader) about() {
	info := r.dict(r.trailer["Info"])
	for _, key := range slices.Sorted(maps.Keys(info)) {
		value, ok := r.get(info[key]).(text)
		if !ok || key == "Producer" || key == "Creator" || strings.HasSuffix(string(key), "Date") {
			continue
		}
		r.property(string(key), value.chars(), key == "Author")
	}
	for _, n := range r.numbers {
		s, ok := r.objects[n].(*stream)
		if !ok || s.dict["Type"] != name("Metadata") {
			continue
		}
		if data, err := r.unpack(s); err == nil {
			r.metadata(data)
		}
	}
}

func (r *reader) property(key, value string, person bool) {
	place := inside.Place{Part: inside.Property, Name: key}
	t := &inside.Text{Label: key}
	t.Write(value, place)
	r.take.Text(t)
	if person {
		r.take.Trace(inside.Trace{Kind: diag.AttachmentProperties, Place: place, Args: []string{key, value}})
	}
}

// technical are elements of XMP that programs fill.
const technical = " Producer CreatorTool DocumentID InstanceID OriginalDocumentID ModifyDate CreateDate MetadataDate part conformance format "

// metadata reads XMP (ISO 16684-1). Its values are elements with text, or attributes.
func (r *reader) metadata(data []byte) {
	if r.work.Spend(len(data)) != nil {
		return
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var open []string
	for {
		token, err := d.RawToken()
		if err != nil || len(open) > 100 {
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" && a.Name.Space != "rdf" && !strings.Contains(technical, " "+a.Name.Local+" ") {
					r.property(a.Name.Local, a.Value, a.Name.Local == "creator" || a.Name.Local == "Author")
				}
			}
		case xml.EndElement:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			value := strings.TrimSpace(string(token))
			if key := meant(open); value != "" && !strings.Contains(technical, " "+key+" ") {
				r.property(key, value, key == "creator" || key == "Author")
			}
		}
	}
}

// meant is the property that a value belongs to: the innermost element that is no list.
func meant(open []string) string {
	for _, name := range slices.Backward(open) {
		switch name {
		case "li", "Seq", "Bag", "Alt", "Description":
		default:
			return name
		}
	}
	return ""
}

// files hands on the files in the file (7.11.4).
func (r *reader) files() {
	names := map[ref]string{}
	for _, n := range r.numbers {
		d := r.dict(r.objects[n])
		ef := r.dict(d["EF"])
		for _, key := range []name{"F", "UF"} {
			id, ok := ef[key].(ref)
			if called, isText := r.get(d[key]).(text); ok && isText {
				names[id] = called.chars()
			}
		}
	}
	for _, n := range r.numbers {
		s, ok := r.objects[n].(*stream)
		called := names[ref(n)]
		if !ok || called == "" && s.dict["Type"] != name("EmbeddedFile") {
			continue
		}
		data, err := r.unpack(s)
		if err == nil || len(data) > 0 {
			r.take.Member(called, data)
		}
		if err != nil {
			r.take.Unread(inside.Unread{Reason: inside.Damaged, Place: inside.Place{Part: inside.Element, Name: called}})
		}
	}
}

// pictures hands on JPEG pictures that carry metadata: programs take them over from the camera as they are.
func (r *reader) pictures() {
	for _, n := range r.numbers {
		s, ok := r.objects[n].(*stream)
		if !ok || s.dict["Subtype"] != name("Image") {
			continue
		}
		filter := r.get(s.dict["Filter"])
		if list, ok := filter.(array); ok && len(list) == 1 {
			filter = r.get(list[0])
		}
		if filter != name("DCTDecode") {
			continue
		}
		data := r.raw(s)
		if head := data[:min(len(data), 1<<16)]; bytes.Contains(head, []byte("Exif\x00")) || bytes.Contains(head, []byte("http://ns.adobe.com/xap")) || bytes.Contains(head, []byte("Photoshop 3.0")) {
			r.take.Member(pictureName(n), data)
		}
	}
}
