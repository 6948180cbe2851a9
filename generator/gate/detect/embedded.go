package detect

// Identity numbers that run into other digits without a gap, as when columns were copied together. In a long number any eighteen
// digits might pass by chance, so these are only likely, and two bounds keep the numbers of files out.
const (
	bornBefore   = 2012 // numbers of files hold recent dates
	longestDrift = 60   // digits; what is longer is no list of persons
)

// embedded looks for them anywhere in one long group, or at the beginning of several.
func (d *detector) embedded(first, last int) (end int, found bool) {
	all := d.number(first, last).digits
	if len(all) > longestDrift {
		return first, false
	}
	starts := 1
	if first == last {
		starts = len(all) - (modernLength - 2)
	}
	i := 0
	if len(all) <= modernLength { // was judged as a whole
		i = 1
	}
	for ; i < starts; i++ {
		start, stop, ok := d.embeddedAt(first, last, i, all[i:])
		if !ok {
			continue
		}
		found = true
		d.add(IdentityNumber, start, stop, Likely, Evidence{Code: checkDigit}, Evidence{Code: regionAndDate})
		for end = first; end < last && int(d.groups[end].end) < stop; end++ {
		}
		i += modernLength - 1
	}
	return max(first, end), found
}

// embeddedAt judges the digits from one on, and an X behind the last.
func (d *detector) embeddedAt(first, last, skipped int, digits []byte) (start, end int, ok bool) {
	if len(digits) < modernLength-1 || !possibleRegion(digits) || number4(digits[6:]) >= bornBefore || !possibleDate(number4(digits[6:]), digits[10:]) {
		return 0, 0, false
	}
	check := checkValue(digits)
	switch {
	case len(digits) >= modernLength:
		end, ok = d.digitAt(first, skipped+modernLength), digits[17] == check
	case check == 10:
		var value byte
		end, value, ok = d.checkLetter(int(d.groups[last].end))
		ok = ok && value == check
	}
	return d.digitAt(first, skipped), end, ok
}

// digitAt is the place in the text behind a number of digits, counted from a group on; 0 gives the beginning of the group.
func (d *detector) digitAt(first, count int) int {
	for count > d.groups[first].len() {
		count -= d.groups[first].len()
		first++
	}
	place := int(d.groups[first].start)
	for range count {
		_, size := decode(d.text, place)
		place += size
	}
	return place
}
