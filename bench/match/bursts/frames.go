package main

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast/match"
)

const photoQuality = 90 // JPEG quality at which a frame is saved as a photograph

// frames writes a film's frames into a folder and returns their paths in order.
// Bars are the film's, not the scene's, and are cut off.
func frames(film, dir string) ([]string, error) {
	filter := fmt.Sprintf("fps=%d", perSecond)
	if name := filepath.Base(film); strings.Contains(name, "-bar") && !strings.Contains(name, "no-bar") {
		filter += ",crop=" + *bars
	}
	out, err := exec.Command("ffmpeg", "-v", "error", "-i", film, "-vf", filter, filepath.Join(dir, "%05d.png")).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("ffmpeg: %w: %s", err, bytes.TrimSpace(out))
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.png"))
	slices.Sort(files)
	return files, err
}

// read fingerprints a frame saved as JPEG.
func read(path string) (match.Fingerprint, error) {
	f, err := os.Open(path)
	if err != nil {
		return match.Fingerprint{}, err
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return match.Fingerprint{}, err
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: photoQuality}); err != nil {
		return match.Fingerprint{}, err
	}
	return match.Read(path, b.Bytes())
}
