#!/usr/bin/env bash
# Measures package count and writes the tables of doc/bench-count.md to standard
# output. What it needs besides Go and Python 3 goes into bench/count/out, which
# git ignores: a virtual environment with OR-tools and HiGHS, and drawn cases.
#
# usage: run.sh
#   CASES=20000 MUTATED=10000 MIDDLE=500   how many of each are drawn
#   LIMIT=10                               seconds for each graph and solver
#   MIDDLE_LIMIT=60                        seconds for CP-SAT on a middle case
#   SCALES="10000 100000 1000000"          sightings of equipment
set -euo pipefail
cd "$(dirname "$0")/../.."
out=bench/count/out
bench=$out/count
python=$out/venv/bin/python
mkdir -p "$out/graphs"

go build -o "$bench" ./bench/count
if [ ! -x "$python" ]; then
	python3 -m venv "$out/venv"
	"$python" -m pip install --quiet 'ortools==9.15.*' 'highspy==1.*'
fi

failed=0
section() { printf '\n### %s\n\n' "$1"; }
attempt() { "$@" || { failed=1; printf '\nFAILED: %s\n' "$*"; }; }

processor=$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | sed 's/^ //' || true)
printf 'Measured on %s with %s cores (%s), %s, load %s at the start.\n' \
	"$(date -u +%Y-%m-%d)" "$(nproc)" "${processor:-processor unknown}" "$(go version | cut -d' ' -f3)" "$(cut -d' ' -f1 /proc/loadavg)"

section "Small cases against brute force"
attempt "$bench" exact -n "${CASES:-20000}"
section "False tallies against the checker"
attempt "$bench" mutated -n "${MUTATED:-10000}"
section "Middle cases against CP-SAT"
attempt "$bench" middle -n "${MIDDLE:-500}" >"$out/middle.jsonl"
attempt "$python" bench/count/compare.py middle "$out/middle.jsonl" "${MIDDLE_LIMIT:-60}"
section "A desk's size"
attempt "$bench" desk
section "One verdict more"
attempt "$bench" latency
section "Equipment"
for n in ${SCALES:-10000 100000 1000000}; do
	"$bench" equipment -n "$n" >"$out/equipment-$n.json"
	attempt "$bench" scale "$out/equipment-$n.json"
done >"$out/scale.jsonl"
attempt "$python" bench/count/compare.py scale <"$out/scale.jsonl"
section "Graphs, ${LIMIT:-10} s each"
"$bench" graphs "$out/graphs"
attempt "$python" bench/count/compare.py graphs "$out/graphs" "$bench" "${LIMIT:-10}"
exit $failed
