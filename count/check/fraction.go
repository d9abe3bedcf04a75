package check

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// A fraction is digits, or digits over digits that are not all zero.
var fractionForm = regexp.MustCompile(`^[0-9]{1,18}(/0*[1-9][0-9]*)?$`)

// fraction reads a number of at least zero; an empty text is zero.
func fraction(text string) (*big.Rat, error) {
	if text == "" {
		return new(big.Rat), nil
	}
	if len(text) > 37 || !fractionForm.MatchString(text) {
		return nil, fmt.Errorf("%q is not a fraction such as 1 or 1/2", text)
	}
	above, below, ok := strings.Cut(text, "/")
	if !ok {
		below = "1"
	}
	n, errN := strconv.ParseInt(above, 10, 64)
	d, errD := strconv.ParseInt(below, 10, 64)
	if errN != nil || errD != nil {
		return nil, fmt.Errorf("%q has more than 18 digits on one side", text)
	}
	return big.NewRat(n, d), nil
}

// roundUp is the least whole number of at least x and of at least zero.
func roundUp(x *big.Rat) *big.Int {
	if x.Sign() <= 0 {
		return new(big.Int)
	}
	up := new(big.Int).Add(x.Num(), x.Denom())
	up.Sub(up, big.NewInt(1))
	return up.Quo(up, x.Denom())
}
