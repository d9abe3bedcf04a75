#!/usr/bin/env bash
# Hands mutated media files to the desk and prints what came of them; see main.go.
# Beside files made here it mutates the pictures with which Pillow tests that its
# decoders do not crash, from the source package on PyPI. What it fetches goes into
# bench/match/out, which git ignores. It takes an hour; files that something went
# wrong with stay in bench/match/out/kept.
#
# usage: run.sh [flags of hostile]
#   PICTURES=75000  OTHERS=20000  FILMS=5000  REPORTS=2000   how many
#   NICE=15                        how much it yields to other work
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=bench/match/out
mkdir -p "$out/kept"
if [ ! -d "$out/corpus" ]; then
	[ -x "$out/venv/bin/python" ] || python3 -m venv "$out/venv"
	"$out/venv/bin/python" -m pip download --quiet --no-deps --no-binary pillow -d "$out/sdist" 'pillow==11.3.0'
	mkdir "$out/corpus"
	tar xzf "$out/sdist/pillow-11.3.0.tar.gz" -C "$out/corpus" --strip-components=2 pillow-11.3.0/Tests/images
fi
go build -o "$out/hostile" ./bench/match/hostile
nice -n "${NICE:-15}" "$out/hostile"  -pictures "${PICTURES:-75000}" -others "${OTHERS:-20000}" -films "${FILMS:-5000}" -reports "${REPORTS:-2000}" -corpus "$out/corpus" -keep "$out/kept" "$@"
