package web

import (
	"net/http"
	"slices"
	"strings"
)

const themeCookie = "theme"

// The themes that a reader can choose. The first is the one of who chose none.
var themes = []string{"dark", "light", "system"}

// themeOf returns the theme that the reader chose.
func themeOf(r *http.Request) string {
	cookie, err := r.Cookie(themeCookie)
	if err != nil || !slices.Contains(themes, cookie.Value) {
		return themes[0]
	}
	return cookie.Value
}

// setTheme keeps the reader's choice for a year and leads back.
func (sh *shell) setTheme(w http.ResponseWriter, r *http.Request) error {
	cookie := &http.Cookie{Name: themeCookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: -1}
	if to := r.PostFormValue("to"); slices.Contains(themes, to) {
		cookie.Value, cookie.MaxAge = to, 365*24*60*60
	}
	http.SetCookie(w, cookie)
	back := r.PostFormValue("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.HasPrefix(back, "/\\") {
		back = "/"
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}
