#!/usr/bin/env bash
# Measures how clips are found in films, what of an edited film is found where,
# how sounds are found, and what reading a film costs.
# usage: run.sh [FILM...]      default: the published films of ../shared/corpora/videos
#   EVERY=8                    seconds from one clip to the next
#   MANY=30,100,300,1000       how many films are grouped at once
set -euo pipefail
cd "$(dirname "$0")"
out=out; mkdir -p "$out"
films=("$@"); [ $# -gt 0 ] || films=(../../../../shared/corpora/videos/*.mp4)
go build -o "$out/video" .
"$out/video" -every "${EVERY:-8}" "${films[@]}"
echo; "$out/video" -many "${MANY:-30,100,300,1000}"

# Films of 1920 by 1080 with sound: a keyframe every two seconds, as phones and
# sites write it, and wherever the encoder puts them.
go build -o "$out/atleast" ../../../cmd/atleast
minute() { # NAME KEYFRAMES
  local file=$out/$1.mp4
  [ -s "$file" ] || ffmpeg -v error -y -stream_loop 20 -i "${films[0]}" -t 60 -vf scale=1920:1080 -c:v libx264 -preset veryfast -g "$2" -c:a aac "$file"
  [ -s "$out/$1-five.mp4" ] || ffmpeg -v error -y -stream_loop 4 -i "$file" -c copy "$out/$1-five.mp4"
}
# cpu is the processor time of a command and all its children, the least of some runs.
cpu() { # RUNS COMMAND...
  local TIMEFORMAT='%U %S' runs=$1; shift
  for ((; runs > 0; runs--)); do { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{print $1+$2}'; done | sort -n | head -1
}
start=$(cpu 5 "$out/atleast" --help)
echo; echo "The program's own start takes $start s of processor time; the last column leaves it out."; echo
echo "| film | decoded whole, one frame a second | atleast match | times less | times less, without the start |"; echo "|---|---|---|---|---|"
while read -r name keyframes what; do
  minute "$name" "$keyframes"
  for length in "" -five; do
    file=$out/$name$length.mp4
    whole=$(cpu 1 ffmpeg -v error -i "$file" -an -vf fps=1 -pix_fmt gray -f rawvideo -y /dev/null)
    ours=$(cpu 3 "$out/atleast" match --cache "" "$file")
    awk -v n="$what" -v l="$([ -z "$length" ] && echo "1 minute" || echo "5 minutes")" -v w="$whole" -v p="$ours" -v s="$start" \
      'BEGIN { printf "| %s, %s | %.2f s | %.2f s | %.1f | %.1f |\n", l, n, w, p, w / p, w / (p - s) }'
  done
done <<'FILMS'
two 60 a keyframe every 2 s
free 250 keyframes as the encoder likes
FILMS
