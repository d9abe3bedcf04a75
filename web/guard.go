package web

import (
	"net"
	"net/http"
	"strings"
)

// contentPolicy allows what the desk itself serves and nothing else: no inline
// script or style, no other origin, no frame.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard stands before every route: it refuses other names for this machine
// (a foreign site may point its own name at 127.0.0.1), refuses posts that a
// foreign page sends, and sets the headers that every answer carries.
func guard(next http.Handler) http.Handler {
	protected := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", contentPolicy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cache-Control", "no-store")
		if !loopback(hostOf(r.Host)) {
			http.Error(w, "This desk answers to localhost and 127.0.0.1 only, not to "+r.Host, http.StatusMisdirectedRequest)
			return
		}
		protected.ServeHTTP(w, r)
	})
}

// hostOf returns the host of "host:port" or "host", without the brackets of an
// IPv6 address.
func hostOf(hostport string) string {
	if host, _, err := net.SplitHostPort(hostport); err == nil {
		return host
	}
	return strings.Trim(hostport, "[]")
}
