package claim

// withoutAside parts what somebody plans where the report sets a remark of its own
// between dashes: "pledged to shut the mills — 12 of them — by May". The remark is
// left out.
func (s *sentence) withoutAside(content span) []span {
	from, to := s.wordAfter(content.from), s.wordAfter(content.to)
	if !s.infinitive(from) {
		return []span{content}
	}
	opens := s.dashAfter(from)
	if opens < 0 || opens >= to {
		return []span{content}
	}
	before := s.bytes(from, opens-1)
	switch closes := s.dashAfter(opens); {
	case closes < 0:
		return []span{content}
	case closes >= to-1:
		return []span{before}
	default:
		return []span{before, {s.words[closes+1].Start, content.to}}
	}
}

// dashAfter returns the next dash after word i that sets words apart, or -1 where a
// quotation begins before it.
func (s *sentence) dashAfter(i int) int {
	for i++; i < len(s.words) && !isQuote(s.words[i].Text); i++ {
		if isDash(s.words[i].Text) && s.words[i].Start > s.words[i-1].End {
			return i
		}
	}
	return -1
}
