package match

import (
	"math"
	"math/bits"
	"math/cmplx"
)

const (
	soundRate   = 8000 // samples a second
	soundWindow = 1024 // samples of one spectrum
	soundStep   = 256  // samples from one to the next: 32 ms
	tones       = soundWindow / 2
	stepS       = float64(soundStep) / soundRate
)

// row are the powers of the tones at one step.
type row [tones]float32

// spectrum transforms windows of sound. Two windows are done at once, one as the
// real and one as the imaginary part of the same numbers, which costs what one does.
type spectrum struct{ buf [soundWindow]complex128 }

// powers fills p and q with the powers of the windows that begin with x and y.
func (s *spectrum) powers(x, y []int16, p, q *row) {
	x, y = x[:soundWindow], y[:soundWindow]
	for i, from := range reversed {
		s.buf[i] = complex(float64(x[from])*hann[from], float64(y[from])*hann[from])
	}
	fourier(&s.buf)
	for k := range tones {
		z, w := s.buf[k], cmplx.Conj(s.buf[(soundWindow-k)%soundWindow])
		p[k], q[k] = power(z+w)/4, power(z-w)/4
	}
}

func power(z complex128) float32 { return float32(real(z)*real(z) + imag(z)*imag(z)) }

var (
	hann     = hannWindow()
	turns    = turnsOfHalves()
	reversed = reversedOrder()
)

func hannWindow() (w [soundWindow]float64) {
	for i := range w {
		w[i] = 0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/soundWindow)
	}
	return w
}

// turnsOfHalves are the factors of each round of the transform one after the
// other: those of the round that joins halves of n values begin at n.
func turnsOfHalves() (t [soundWindow]complex128) {
	for half := 1; half < soundWindow; half *= 2 {
		for k := range half {
			t[half+k] = cmplx.Rect(1, -math.Pi*float64(k)/float64(half))
		}
	}
	return t
}

// reversedOrder is where each value of the transform's input comes from: the
// index with its bits in reverse.
func reversedOrder() (order [soundWindow]int) {
	shift := bits.LeadingZeros32(soundWindow - 1)
	for i := range order {
		order[i] = int(bits.Reverse32(uint32(i)) >> shift)
	}
	return order
}

// fourier transforms values that lie in reversed order, in place.
func fourier(x *[soundWindow]complex128) {
	for half := 1; half < len(x); half *= 2 {
		turn := turns[half : 2*half]
		for at := 0; at < len(x); at += 2 * half {
			low, high := x[at:at+half], x[at+half:at+2*half]
			for k, t := range turn {
				turned := high[k] * t
				low[k], high[k] = low[k]+turned, low[k]-turned
			}
		}
	}
}
