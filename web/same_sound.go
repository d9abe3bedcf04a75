package web

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// sound is an item of another footage that sounds the same for a while.
type sound struct {
	This, With atleast.Item
	Passages   *passages
	Stretch    string // which part of this item it is
}

// newSound words and draws what sounds the same.
func newSound(this, with atleast.Item, s atleast.SameSound) sound {
	return sound{This: this, With: with, Passages: passagesOf(this, with, []atleast.Passage{s.Passage}), Stretch: stretchWords(s.FromS, s.ToS)}
}

// OtherPictures reports whether there are pictures to tell apart: a film and a
// sound file have none.
func (s sound) OtherPictures() bool {
	return s.This.Kind == atleast.Video && s.With.Kind == atleast.Video
}

// soundsOf looks up what sounds the same as an item.
func soundsOf(ctx context.Context, desk itemReader, this atleast.Item, same []atleast.SameSound) []sound {
	var sounds []sound
	for _, s := range same {
		if with, ok := itemNamed(ctx, desk, s.With); ok {
			sounds = append(sounds, newSound(this, with, s))
		}
	}
	return sounds
}

// soundWith finds the other among what sounds the same as an item; nil where it
// is not.
func soundWith(this, other atleast.Item, same []atleast.SameSound) *sound {
	for _, s := range same {
		if s.With == other.Digest.String() {
			found := newSound(this, other, s)
			return &found
		}
	}
	return nil
}
