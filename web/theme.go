package web

import (
	"net/http"
	"strings"
)

const themeCookie = "theme"

// themeOf returns the theme that the reader chose, or nothing.
func themeOf(r *http.Request) string {
	cookie, err := r.Cookie(themeCookie)
	if err != nil || (cookie.Value != "dark" && cookie.Value != "light") {
		return ""
	}
	return cookie.Value
}

// setTheme keeps the reader's choice for a year and leads back.
func (sh *shell) setTheme(w http.ResponseWriter, r *http.Request) error {
	cookie := &http.Cookie{Name: themeCookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: -1}
	if to := r.PostFormValue("to"); to == "dark" || to == "light" {
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
