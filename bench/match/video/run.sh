#!/usr/bin/env bash
# Measures how clips are found in films, and what reading a film costs.
# usage: run.sh [FILM...]      default: the published films of ../shared/corpora/videos
set -euo pipefail
cd "$(dirname "$0")"
out=out; mkdir -p "$out"
films=("$@"); [ $# -gt 0 ] || films=(../../../../shared/corpora/videos/*.mp4)
go build -o "$out/video" .
"$out/video" "${films[@]}"

# One minute of 1920 by 1080, twice: a keyframe every two seconds, as phones and
# sites write it, and wherever the encoder puts them.
go build -o "$out/atleast" ../../../cmd/atleast
minute() { # NAME OPTIONS...
  local file=$out/$1.mp4; shift
  [ -s "$file" ] || ffmpeg -v error -y -stream_loop 20 -i "${films[0]}" -t 60 -vf scale=1920:1080 -c:v libx264 -preset veryfast "$@" -c:a aac "$file"
  echo "$file"
}
cpu() { TIMEFORMAT='%U %S'; { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{print $1+$2}'; }
echo; echo "| one minute of 1920 by 1080 | whole, one frame a second | fingerprint | times less |"; echo "|---|---|---|---|"
for name in "two 2" "free 250"; do
  set -- $name
  file=$(minute "$1" -g "$([ "$2" = 2 ] && echo 60 || echo 250)")
  whole=$(cpu ffmpeg -v error -i "$file" -an -vf fps=1 -f null -)
  print=$(cpu "$out/atleast" match "$file")
  awk -v n="$1" -v w="$whole" -v p="$print" 'BEGIN { printf "| %s | %.2f s | %.2f s | %.1f |\n", n == "two" ? "a keyframe every 2 s" : "keyframes as the encoder likes", w, p, w / p }'
done
