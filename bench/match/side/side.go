// Package side lets the benchmarks of matching work on several things side by side.
package side

import "sync"

// Each calls do for 0 to n-1, as many at a time as there are workers.
func Each(workers, n int, do func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range workers {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
