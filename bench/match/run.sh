#!/usr/bin/env bash
# Measures package match and writes the tables of doc/bench-match.md to standard
# output. Photographs come from ../shared/corpora and out of packages
# (bench/match/photos/fetch.sh). What it needs besides Go and
# Python 3 goes into bench/match/out, which git ignores.
#
# usage: run.sh
#   EVERY=1      use one photograph in this many for recall
#   PAIRS=1      lay one pair of photographs in this many on one another
#   REPEATS=7    timings of each file, the least counts
#   CORE=0       the core everything timed is pinned to
set -euo pipefail
cd "$(dirname "$0")/../.."
corpora=../shared/corpora
out=bench/match/out
python=$out/venv/bin/python
mkdir -p "$out/pictures"

if [ ! -d "$corpora/photos" ]; then
	echo "run.sh: needs $corpora/photos, which this checkout does not have" >&2
	exit 1
fi
go build -o "$out/pdq" ./bench/match/pdq
go build -o "$out/recall" ./bench/match/recall
if [ ! -x "$python" ]; then
	python3 -m venv "$out/venv"
	"$python" -m pip install --quiet 'pdqhash==0.2.*' numpy pillow
fi

section() { printf '\n### %s\n\n' "$1"; }
processor=$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | sed 's/^ //' || true)
printf 'Measured on %s with %s cores (%s), %s, load %s at the start.\n' \
	"$(date -u +%Y-%m-%d)" "$(nproc)" "${processor:-processor unknown}" "$(go version | cut -d' ' -f3)" "$(cut -d' ' -f1 /proc/loadavg)"

section "PDQ against the published program's output"
"$out/pdq" agree "$corpora"

section "From file to fingerprint, one core"
[ -e "$out/pictures/7-00.jpg" ] || "$python" bench/match/pdq/peer.py draw "$corpora/photos" "$out/pictures"
pinned=(taskset -c "${CORE:-0}")
"${pinned[@]}" "$out/pdq" time "${REPEATS:-7}" "$out"/pictures/*.jpg >"$out/ours.jsonl"
OMP_NUM_THREADS=1 "${pinned[@]}" "$python" bench/match/pdq/peer.py time "${REPEATS:-7}" "$out"/pictures/*.jpg >"$out/theirs.jsonl"
"$python" bench/match/pdq/peer.py table "$out/ours.jsonl" "$out/theirs.jsonl"

section "What is found"
"$out/recall" -every "${EVERY:-1}" -workers "$(nproc)" -pairs=false "$corpora"/photos/{train,val,test}

section "Frames of films, moments apart"
go build -o "$out/bursts" ./bench/match/bursts
"$out/bursts" -workers "$(nproc)" "$corpora"/videos/{chair,pattern}*.mp4

section "Different photographs"
[ -d "$out/photos" ] || bench/match/photos/fetch.sh "$out/photos" >"$out/photos.txt"
tail -n +1 "$out/photos.txt"
go build -o "$out/pairs" ./bench/match/pairs
go build -o "$out/atleast" ./cmd/atleast
same=(-same bench/match/pairs/same.txt -workers "$(nproc)" -cache "$out/fingerprints")
echo && echo "Each laid on each:" && echo
"$out/pairs" "${same[@]}" -every "${PAIRS:-1}" -sheet "$out/merged.png" "$out/photos" "$corpora/photos" || true
echo && echo "By atleast match:" && echo
"$out/atleast" match --json --cache "$out/fingerprints" "$out/photos" "$corpora/photos" >"$out/groups.jsonl" 2>"$out/match.log" ||
	echo "some files were refused, see $out/match.log"
"$out/pairs" "${same[@]}" -groups "$out/groups.jsonl" -sheet "$out/grouped.png" "$out/photos" "$corpora/photos" || true

section "Index"
bench/match/index/run.sh

section "Films"
bench/match/video/run.sh
